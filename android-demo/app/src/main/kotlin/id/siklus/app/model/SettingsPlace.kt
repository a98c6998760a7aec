package id.siklus.app.model

/** What lies behind the settings. */
sealed class SettingsPlace : Place() {
    /** Whether the store is whole. */
    data object StoreCheck : SettingsPlace()

    /** What the app and its rules are made of. */
    data object About : SettingsPlace()

    /** What others wrote, and under which licence. */
    data object Licences : SettingsPlace()
}
