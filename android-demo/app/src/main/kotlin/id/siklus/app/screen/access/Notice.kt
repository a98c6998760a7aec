package id.siklus.app.screen.access

import android.content.res.ColorStateList
import android.widget.ImageView
import id.siklus.app.R
import id.siklus.app.kit.Said
import id.siklus.app.kit.text
import id.siklus.app.model.Model
import id.siklus.app.model.Presenter
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** One picture, one sentence, one button. */
class Notice(
    /** The heading. */
    val title: Said,
    /** The picture. */
    val icon: Int,
    /** The sentence. */
    val text: Said,
    /** What the button does, in words. */
    val button: Said,
    /** Its colour; that of the picture itself when absent. */
    val colour: Int? = R.color.link,
    /** Whether something lies below this screen. */
    val canGoBack: Boolean = true,
    /** What the button does. */
    val tap: () -> Unit,
)

/** Shows a notice. */
class NoticePresenter(
    model: Model,
    override val waiting: Int = R.string.waiting,
    private val notice: suspend NoticePresenter.() -> Notice,
) : Presenter<Notice>(model) {
    override suspend fun load(): Notice = notice()

    override fun view(shell: Shell) = NoticeView(shell)

    /** Does what the button is for. */
    fun does(what: suspend () -> Unit) = once(what)
}

/** Draws a notice. */
class NoticeView(shell: Shell) : ScreenView<Notice>(shell, R.layout.notice) {
    override fun draw(state: Notice) {
        shell.header(shell.text(state.title), state.canGoBack)
        shell.primary(shell.text(state.button), state.tap)
        content.text(R.id.sentence).text = shell.text(state.text)
        content.findViewById<ImageView>(R.id.picture).let {
            it.setImageResource(state.icon)
            it.imageTintList = state.colour?.let { colour -> ColorStateList.valueOf(shell.context.getColor(colour)) }
        }
    }
}
