package id.siklus.app

import android.app.Application
import id.siklus.app.model.Model
import id.siklus.app.phone.Phone
import id.siklus.app.phone.RealPhone

/** The app's process. What must outlive a turned phone stands in its [model]. */
open class SiklusApp : Application() {
    /** What the phone gives: files, clocks and seals. */
    open val phone: Phone by lazy { RealPhone(this) }

    /** Who is at work, and where in the app. */
    open val model: Model by lazy { Model(phone) }
}
