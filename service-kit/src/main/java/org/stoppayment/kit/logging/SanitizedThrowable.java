package org.stoppayment.kit.logging;

import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.TransientFailures;

/**
 * What was thrown, as it may be logged: types, SQLSTATE and places, but no message. Messages quote what could not be
 * handled (an account number that is no number, a row that a constraint refused), and that must not reach a log.
 */
public final class SanitizedThrowable extends Throwable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int DEEPEST = 10;

    private final String what;

    private SanitizedThrowable(String what, StackTraceElement[] where, @Nullable Throwable cause) {
        super(null, cause, false, true);
        this.what = what;
        setStackTrace(where);
    }

    /** The whole of it, with what caused it. */
    public static SanitizedThrowable of(Throwable thrown) {
        return of(thrown, DEEPEST);
    }

    /** One line of it: a message of ours, which masks what it names, else what was thrown and its SQLSTATE or gRPC status. */
    public static String brief(Throwable thrown) {
        if (thrown instanceof ServiceException ours) {
            return String.valueOf(ours.getMessage());
        }
        if (thrown instanceof StatusRuntimeException answer) {
            return answer.getStatus().getCode().name();
        }
        if (thrown instanceof StatusException answer) {
            return answer.getStatus().getCode().name();
        }
        String state = TransientFailures.sqlState(thrown);
        return thrown.getClass().getSimpleName() + (state.isEmpty() ? "" : " SQLSTATE " + state);
    }

    private static SanitizedThrowable of(Throwable thrown, int depth) {
        @Nullable Throwable cause = thrown.getCause();
        String state = TransientFailures.sqlState(thrown);
        return new SanitizedThrowable(
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
