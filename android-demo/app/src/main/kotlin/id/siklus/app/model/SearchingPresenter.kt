package id.siklus.app.model

/** A screen on which a name is searched for, as it is typed. */
abstract class SearchingPresenter<S : Any>(model: Model) : Presenter<S>(model) {
    /** What is searched for. */
    val searched: String get() = typed[SEARCH].orEmpty()

    /** Something else is searched for. */
    fun search(text: String) {
        if (text == searched) return
        typed[SEARCH] = text
        refresh()
    }

    protected companion object {
        /** Names that are shown at most. */
        const val MOST_HITS = 50
        private const val SEARCH = "search"
    }
}
