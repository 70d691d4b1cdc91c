package org.stoppayment.kit.grpc;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * What was thrown, as it may be logged: types, SQLSTATE and places, but no message. Messages quote what could not be
 * handled (an account number that is no number, a row that a constraint refused), and that must not reach a log.
 */
final class WithoutMessages extends Throwable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int DEEPEST = 10;

    private final String what;

    private WithoutMessages(String what, StackTraceElement[] where, @Nullable Throwable cause) {
        super(null, cause, false, true);
        this.what = what;
        setStackTrace(where);
    }

    static WithoutMessages of(Throwable thrown) {
        return of(thrown, DEEPEST);
    }

    private static WithoutMessages of(Throwable thrown, int depth) {
        @Nullable Throwable cause = thrown.getCause();
        String state = Outages.sqlState(thrown);
        return new WithoutMessages(
                thrown.getClass().getName() + (state.isEmpty() ? "" : " SQLSTATE " + state),
                thrown.getStackTrace(),
                cause == null || depth == 0 ? null : of(cause, depth - 1));
    }

    /** What a log prints above the stack: the class of what was thrown, not ours. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return what;
    }
}
