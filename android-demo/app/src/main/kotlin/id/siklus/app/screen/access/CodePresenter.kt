package id.siklus.app.screen.access

import id.siklus.app.R
import id.siklus.app.kit.Field
import id.siklus.app.kit.Fields
import id.siklus.app.kit.Said
import id.siklus.app.kit.show
import id.siklus.app.kit.shown
import id.siklus.app.kit.text
import id.siklus.app.model.Model
import id.siklus.app.model.Presenter
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** A recovery code, to be written down. */
class CodeState(
    /** Its groups. */
    val groups: List<String>,
    /** Whether the phone protects its key less than others. */
    val isPhoneWeak: Boolean,
    /** Which of them are to be typed from the paper, from 0; none while the code is shown. */
    val asked: List<Int> = emptyList(),
    /** What is wrong with what was typed. */
    val error: Said? = null,
)

/**
 * Makes a recovery code and shows it until it stands on paper, which is seen by typing two of its groups. Nothing leads past it; after the app was
 * locked or died meanwhile it makes another one.
 */
class CodePresenter(model: Model) : Presenter<CodeState>(model) {
    override val waiting = R.string.making_key

    override fun view(shell: Shell) = CodeView(shell, this)

    /** What is on its way to the paper is not replaced by another one. */
    override suspend fun load() = state ?: CodeState(model.keys.newCode(session.ringKey()).split('-'), model.keys.isWeak())

    override fun back(): Boolean {
        typed.clear()
        val now = state ?: return false
        show(CodeState(now.groups, now.isPhoneWeak))
        return true
    }

    fun written() = state?.let { show(CodeState(it.groups, it.isPhoneWeak, asked = it.groups.indices.shuffled().take(ASKED).sorted())) }

    fun compare(now: CodeState) = once {
        val meant = now.asked.joinToString("") { now.groups[it] }
        if (typed[FIELD.name].orEmpty().filter(Char::isLetterOrDigit).uppercase() != meant) {
            return@once show(CodeState(now.groups, now.isPhoneWeak, now.asked, Said(R.string.groups_differ)))
        }
        model.keys.codeIsWritten()
        model.leave()
    }

    companion object {
        private const val ASKED = 2

        /** Where they are typed. */
        val FIELD = Field("groups", R.string.recovery_code, Field.Shape.CODE)
    }
}

/** Draws the code, or asks for two of its groups. */
class CodeView(shell: Shell, private val presenter: CodePresenter) : ScreenView<CodeState>(shell, R.layout.code) {
    private val fields = Fields(content.findViewById(R.id.column), presenter.typed)

    override fun draw(state: CodeState) {
        val asks = state.asked.isNotEmpty()
        shell.header(shell.text(R.string.recovery_code), canGoBack = asks)
        content.text(R.id.help).text = if (asks) shell.text(R.string.type_groups, state.asked[0] + 1, state.asked[1] + 1) else shell.text(R.string.write_code)
        content.text(R.id.code).text = state.groups.mapIndexed { place, group -> "${place + 1}.  $group" }.joinToString("\n")
        content.text(R.id.code).shown = !asks
        content.show(R.id.weak_phone, state.isPhoneWeak && !asks)
        fields.show(listOf(CodePresenter.FIELD).takeIf { asks }.orEmpty(), state.error?.let { mapOf(CodePresenter.FIELD.name to shell.text(it)) }.orEmpty())
        if (asks) shell.primary(shell.text(R.string.finish)) { presenter.compare(state) } else shell.primary(shell.text(R.string.code_written)) { presenter.written() }
    }
}
