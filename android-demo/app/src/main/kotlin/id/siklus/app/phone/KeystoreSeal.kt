package id.siklus.app.phone

import android.annotation.TargetApi
import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyInfo
import android.security.keystore.KeyProperties
import id.siklus.AesGcmSeal
import id.siklus.DeviceSeal
import id.siklus.SealRefusedException
import java.security.GeneralSecurityException
import java.security.KeyStore
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.SecretKeyFactory

/**
 * The seal by a key that the phone's keystore made and never gives out. That there is no such key is found out when something is to be opened
 * with it; a new one is made only to seal with, so that none is ever put in the place of another.
 *
 * Not verified yet: no phone was at hand. The tests of the app seal with a key in memory.
 */
class KeystoreSeal : DeviceSeal {
    override fun seal(bytes: ByteArray): ByteArray = AesGcmSeal(key() ?: newKey()).seal(bytes)

    override fun unseal(sealed: ByteArray): ByteArray = AesGcmSeal(key() ?: throw SealRefusedException()).unseal(sealed)

    /** Whether the key lies in hardware of its own, so that nobody reads it out of the phone's memory. What the keystore does not say counts as no. */
    fun isInHardware(): Boolean =
        try {
            key()?.let { SecretKeyFactory.getInstance(it.algorithm, KEYSTORE).getKeySpec(it, KeyInfo::class.java) as KeyInfo }?.inHardware() == true
        } catch (_: GeneralSecurityException) {
            false
        }

    @Suppress("DEPRECATION")
    private fun KeyInfo.inHardware() =
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) isAtLevelOfHardware() else isInsideSecureHardware

    @TargetApi(Build.VERSION_CODES.S)
    private fun KeyInfo.isAtLevelOfHardware() = securityLevel in HARDWARE

    private fun key() = KeyStore.getInstance(KEYSTORE).apply { load(null) }.getKey(ALIAS, null) as SecretKey?

    private fun newKey(): SecretKey {
        val use = KeyGenParameterSpec.Builder(ALIAS, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(KEY_BITS)
            .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, KEYSTORE).apply { init(use) }.generateKey()
    }

    private companion object {
        const val KEYSTORE = "AndroidKeyStore"
        const val ALIAS = "siklus-ring"
        const val KEY_BITS = 256
        val HARDWARE =
            setOf(KeyProperties.SECURITY_LEVEL_TRUSTED_ENVIRONMENT, KeyProperties.SECURITY_LEVEL_STRONGBOX, KeyProperties.SECURITY_LEVEL_UNKNOWN_SECURE)
    }
}
