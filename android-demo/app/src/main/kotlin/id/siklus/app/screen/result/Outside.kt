package id.siklus.app.screen.result

import android.content.ActivityNotFoundException
import android.content.Intent
import android.widget.Toast
import id.siklus.app.R
import id.siklus.app.shell.Shell

/** Opens the telephone; the cadre chooses whom she calls. */
fun Shell.dial() {
    try {
        context.startActivity(Intent(Intent.ACTION_DIAL))
    } catch (_: ActivityNotFoundException) {
        Toast.makeText(context, R.string.cannot_call, Toast.LENGTH_LONG).show()
    }
}

/** Hands a text to an app that the cadre chooses. */
fun Shell.share(text: String) {
    val send = Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text)
    context.startActivity(Intent.createChooser(send, null))
}
