package org.stoppayment.kit.logging;

import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.postgres.SqlStates;

/**
 * A throwable without its message, safe to log: it keeps types, SQLSTATE and stack traces. Messages may quote personal data (an
 * invalid account number, a row that violates a constraint), which must not reach a log.
 */
public final class SanitizedThrowable extends Throwable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MAX_DEPTH = 10;

    private final String what;

    private SanitizedThrowable(String what, StackTraceElement[] where, @Nullable Throwable cause) {
        super(null, cause, false, true);
        this.what = what;
        setStackTrace(where);
    }

    /** The throwable with its causes. */
    public static SanitizedThrowable of(Throwable thrown) {
        return of(thrown, MAX_DEPTH);
    }

    /** One line: the message of a {@link ServiceException}, which is masked, else the type with its SQLSTATE or gRPC status. */
    public static String brief(Throwable thrown) {
        if (thrown instanceof ServiceException expected) {
            return String.valueOf(expected.getMessage());
        }
        if (thrown instanceof StatusRuntimeException answer) {
            return answer.getStatus().getCode().name();
        }
        if (thrown instanceof StatusException answer) {
            return answer.getStatus().getCode().name();
        }
        String state = SqlStates.of(thrown);
        return thrown.getClass().getSimpleName() + (state.isEmpty() ? "" : " SQLSTATE " + state);
    }

    private static SanitizedThrowable of(Throwable thrown, int depth) {
        @Nullable Throwable cause = thrown.getCause();
        String state = SqlStates.of(thrown);
        return new SanitizedThrowable(
                thrown.getClass().getName() + (state.isEmpty() ? "" : " SQLSTATE " + state),
                thrown.getStackTrace(),
                cause == null || depth == 0 ? null : of(cause, depth - 1));
    }

    /** The line that a log prints above the stack: the original class instead of this one. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return what;
    }
}
