package id.siklus

import java.time.Duration

/** Hears of each call. Nothing that it hears is personal. It is called on the thread of the call; what it throws is ignored. */
public fun interface SiklusLog {
    /**
     * A call ended.
     *
     * @param event the name of the function, as `answer`
     * @param took how long it took, without waiting for its turn
     * @param error the [code][SiklusException.code] of the error that it ended with
     */
    public fun called(event: String, took: Duration, error: String?)
}
