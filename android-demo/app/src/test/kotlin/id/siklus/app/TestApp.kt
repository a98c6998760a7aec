package id.siklus.app

import id.siklus.app.phone.Phone

/** The app on a phone that the test holds in its hand. */
class TestApp : SiklusApp() {
    override val phone: Phone by lazy { TestPhone(this) }
}
