package id.siklus.app

import id.siklus.app.model.Model
import id.siklus.app.phone.Phone

/** The app on a phone that the test holds in its hand. */
class TestApp : SiklusApp() {
    private var running: Model? = null

    override val phone: Phone by lazy { TestPhone(this) }
    override val model: Model get() = running ?: Model(phone).also { running = it }

    /** The process ends; the next one knows only what lies on the phone. */
    fun die() {
        running = null
    }
}
