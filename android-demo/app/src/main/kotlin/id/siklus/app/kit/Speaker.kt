package id.siklus.app.kit

import android.content.Context
import android.speech.tts.TextToSpeech
import android.widget.Toast
import id.siklus.app.R
import java.util.Locale

/** Reads texts aloud with the voice of the phone. The voice is got ready at the first tap. */
class Speaker(private val context: Context, private val locale: Locale) {
    private var voice: TextToSpeech? = null
    private var isReady = false
    private var waiting: String? = null

    /** Reads this, instead of what is being read. */
    fun say(text: String) {
        if (isReady) return speak(text)
        waiting = text
        if (voice == null) voice = TextToSpeech(context) { status -> ready(status == TextToSpeech.SUCCESS) }
    }

    /** Reads no further. */
    fun stop() {
        waiting = null
        voice?.stop()
    }

    /** Is silent for good. */
    fun close() {
        voice?.shutdown()
        voice = null
        isReady = false
    }

    private fun ready(success: Boolean) {
        isReady = success
        if (!success) return missing()
        voice?.language = locale
        waiting?.let(::speak)
    }

    /** The next tap tries again: she may have got a voice for the phone meanwhile. */
    private fun missing() {
        voice = null
        Toast.makeText(context, R.string.no_voice, Toast.LENGTH_LONG).show()
    }

    private fun speak(text: String) {
        voice?.speak(text, TextToSpeech.QUEUE_FLUSH, null, text.hashCode().toString())
    }
}
