package id.siklus

import java.security.GeneralSecurityException
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/**
 * The seal that only this phone can open: it lies around the whole ring of keys. [AesGcmSeal] makes it with a key of the `AndroidKeyStore`.
 *
 * Its functions are called on the dispatcher of the ring, one at a time. What they throw beside [SealRefusedException] means that the keystore
 * does not answer now.
 */
public interface DeviceSeal {
    /** Seals bytes so that they cannot be read or changed unseen without this phone. */
    public fun seal(bytes: ByteArray): ByteArray

    /**
     * Opens what [seal] gave.
     *
     * @throws SealRefusedException when it is not that, or the keystore has lost its key for good
     */
    public fun unseal(sealed: ByteArray): ByteArray
}

/** The bytes are not what the keystore sealed, or it has lost its key: trying again does not help. */
public class SealRefusedException(
    cause: Throwable? = null,
) : GeneralSecurityException("the keystore does not know these bytes", cause)

/**
 * A [DeviceSeal] by AES-GCM.
 *
 * @param key an AES key; on Android one of the `AndroidKeyStore`, which never leaves it
 */
public class AesGcmSeal(
    private val key: SecretKey,
) : DeviceSeal {
    override fun seal(bytes: ByteArray): ByteArray {
        val cipher = Cipher.getInstance(AES_GCM)
        // The keystore chooses the nonce by itself, and takes none from outside.
        cipher.init(Cipher.ENCRYPT_MODE, key)
        return cipher.iv + cipher.doFinal(bytes)
    }

    override fun unseal(sealed: ByteArray): ByteArray {
        if (sealed.size < NONCE_BYTES) throw SealRefusedException()
        val cipher = Cipher.getInstance(AES_GCM)
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES))
        return try {
            cipher.doFinal(sealed, NONCE_BYTES, sealed.size - NONCE_BYTES)
        } catch (changed: AEADBadTagException) {
            throw SealRefusedException(changed)
        }
    }

    override fun toString(): String = "AesGcmSeal"

    private companion object {
        const val AES_GCM = "AES/GCM/NoPadding"
        const val NONCE_BYTES = 12
        const val TAG_BITS = 128
    }
}
