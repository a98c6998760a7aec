package id.siklus.app.screen.settings

import id.siklus.About
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.onTap
import id.siklus.app.kit.text
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws what the rules say of themselves. */
class AboutView(shell: Shell, presenter: AboutPresenter) : ScreenView<About>(shell, R.layout.about) {
    private val sources = counted(R.id.sources)
    private val confidence = counted(R.id.confidence)

    init {
        content.onTap(R.id.licences) { presenter.licences() }
    }

    override fun draw(state: About) {
        shell.header(shell.text(R.string.about), canGoBack = true)
        content.text(R.id.pack).text = state.title
        content.text(R.id.versions).text = shell.text(R.string.versions, state.version, state.library)
        content.text(R.id.rules).text = rules(state.rules)
        confidence.show(state.confidence.map { it.text to it.rules })
        sources.show(state.sources.map { it.title to it.rules })
    }

    private fun counted(column: Int) =
        Rows<Pair<String, Int>>(content.findViewById(column), { it.first }, { R.layout.counted_row }) { view, (text, count) ->
            view.text(R.id.label).text = text
            view.text(R.id.detail).text = rules(count)
        }

    private fun rules(count: Int) = shell.text(R.string.rules, count)
}
