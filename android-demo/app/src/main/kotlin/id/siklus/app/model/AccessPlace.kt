package id.siklus.app.model

/** Where the app asks who is there, and where is settled who may open it. */
sealed class AccessPlace : Place() {
    /** Before it is known what lies on the phone. */
    data object Door : AccessPlace()

    /** Nothing lies there yet. */
    data object Welcome : AccessPlace()

    /** The first cadre. */
    data object FirstStart : AccessPlace()

    /** Cadres and PIN. */
    data object Lock : AccessPlace()

    /** A new PIN with the recovery code. */
    data class ForgottenPin(val cadre: String) : AccessPlace()

    /** What lies on the phone cannot be opened. */
    data class Stuck(val why: Found) : AccessPlace()

    /** The ring is made again with the recovery code. */
    data object Restore : AccessPlace()

    /** Another PIN for who is at work. */
    data object ChangePin : AccessPlace()

    /** It has been changed. */
    data object PinChanged : AccessPlace()

    /** Who may open the app. */
    data object Cadres : AccessPlace()

    /** One more. */
    data object AddCadre : AccessPlace()

    /** One less. */
    data class RemoveCadre(val cadre: String) : AccessPlace()

    /** Whether another recovery code is wanted. */
    data object NewCode : AccessPlace()

    /** A new recovery code, until it is written down. */
    data object RecoveryCode : AccessPlace()
}
