package id.siklus.app

import id.siklus.app.model.Model
import id.siklus.app.phone.Phone

/** The app on a phone that the test holds in its hand. */
class TestApp : SiklusApp() {
    override val phone: Phone by lazy { TestPhone(this) }
    private var alive: Model? = null
    override val model: Model get() = alive ?: Model(phone).also { alive = it }

    /** The platform ends the process; what stands on disk stays. */
    fun die() {
        alive?.session?.siklus?.close()
        alive = null
    }
}
