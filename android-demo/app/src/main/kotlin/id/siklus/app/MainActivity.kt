package id.siklus.app

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.view.WindowManager
import id.siklus.app.kit.Speaker
import id.siklus.app.model.BackStack
import id.siklus.app.model.Model
import id.siklus.app.shell.Shell

/** The only Activity: it shows what lies on top, and hands Back and touches on. */
class MainActivity : Activity() {
    private val app get() = applicationContext as SiklusApp
    private val model: Model get() = app.model
    private lateinit var shell: Shell

    override fun attachBaseContext(base: Context) = super.attachBaseContext((base.applicationContext as SiklusApp).phone.look.on(base))

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        // No picture of it in the list of running apps, and no screenshot.
        window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
        setContentView(R.layout.shell)
        shell = Shell(findViewById(R.id.shell), Speaker(this, app.phone.look.locale())) { leave() }
        shell.root.setOnApplyWindowInsetsListener { _, insets -> insets.also(shell::makeRoom) }
        kept(savedInstanceState)?.let(model::restore)
        model.attach(shell)
    }

    override fun onStart() {
        super.onStart()
        model.touched()
    }

    override fun onUserInteraction() = model.touched()

    override fun onStop() {
        model.away()
        shell.speaker.stop()
        super.onStop()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putSerializable(STACK, model.keep())
    }

    override fun onDestroy() {
        model.detach(shell)
        shell.speaker.close()
        super.onDestroy()
    }

    @Deprecated("The platform calls it up to API 35, and the app stays below 36.")
    override fun onBackPressed() = leave()

    private fun leave() {
        if (!model.back()) finish()
    }

    @Suppress("DEPRECATION", "UNCHECKED_CAST")
    private fun kept(state: Bundle?) = state?.getSerializable(STACK) as? HashMap<String, ArrayList<BackStack.Entry>>

    private companion object {
        const val STACK = "stack"
    }
}
