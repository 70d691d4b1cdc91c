package org.stoppayment.kit.grpc;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.stoppayment.kit.postgres.SqlStates;

/** Distinguishes an unavailable database or peer from a bug. */
public final class TransientFailures {

    /** SQLSTATE classes: connection, transaction rollback, insufficient resources, operator intervention. */
    private static final List<String> TRANSIENT_CLASSES = List.of("08", "40", "53", "57");

    private TransientFailures() {}

    /** True when the other side is unavailable, so that a retry may help. */
    public static boolean isTransient(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof io.smallrye.mutiny.TimeoutException
                    || isLostConnection(cause)) {
                return true;
            }
        }
        return TRANSIENT_CLASSES.stream().anyMatch(SqlStates.of(thrown)::startsWith);
    }

    /** True when the other side is unavailable to everybody: what else is tried fails as well. False when only this transaction was in the way. */
    public static boolean isOutage(Throwable thrown) {
        return isTransient(thrown) && !SqlStates.isTransactionRollback(thrown);
    }

    /**
     * Errors that the database returns are Vert.x exceptions, too, but have an SQLSTATE. Vert.x reports some closed connections
     * with a {@link NoStackTraceThrowable}.
     */
    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof NoStackTraceThrowable
                || cause instanceof VertxException && !(cause instanceof DatabaseException);
    }
}
