package org.stoppayment.gateway.banks;

import java.util.concurrent.atomic.AtomicReference;

/**
 * One call to an institution. It is either sent or given up, never both, so "certainly not sent" is true even when the call times
 * out while it is queued or waits for a connection. Thread-safe.
 */
public final class Attempt {

    private sealed interface State {
        record Waiting() implements State {}

        record Sending(Runnable abort) implements State {}

        record GivenUp() implements State {}
    }

    private static final State WAITING = new State.Waiting();

    private final AtomicReference<State> state = new AtomicReference<>(WAITING);

    /**
     * Must be called immediately before the first byte is sent. True when it may be sent.
     *
     * @param abort aborts the exchange when it takes too long
     */
    public boolean maySend(Runnable abort) {
        return state.compareAndSet(WAITING, new State.Sending(abort));
    }

    /** Ends the attempt; true when nothing was sent and nothing will be. */
    boolean giveUp() {
        if (state.compareAndSet(WAITING, new State.GivenUp())) {
            return true;
        }
        if (state.get() instanceof State.Sending sending) {
            sending.abort().run();
            return false;
        }
        return true;
    }
}
