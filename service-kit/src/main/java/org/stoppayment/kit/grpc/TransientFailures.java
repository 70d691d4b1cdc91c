package org.stoppayment.kit.grpc;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a database or peer that is away from a bug. */
public final class TransientFailures {

    /** Connection, rolled back for another's sake, resources, operator intervention. */
    private static final List<String> TRANSIENT_CLASSES = List.of("08", "40", "53", "57");

    private TransientFailures() {}

    /** True when {@code thrown} says that the other side is away, so that trying again may help. */
    public static boolean isTransient(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof io.smallrye.mutiny.TimeoutException
                    || isLostConnection(cause)) {
                return true;
            }
        }
        return TRANSIENT_CLASSES.stream().anyMatch(sqlState(thrown)::startsWith);
    }

    /**
     * An answer of the database is an exception of Vert.x too; its SQLSTATE says what it is. What Vert.x fails with a mere text
     * is a connection that was closed at a moment for which it has no exception.
     */
    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof NoStackTraceThrowable
                || cause instanceof VertxException && !(cause instanceof DatabaseException);
    }

    /** The SQLSTATE that {@code thrown} or what caused it carries; empty when there is none. */
    public static String sqlState(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException database) {
                @Nullable String state = database.getSqlState();
                return state == null ? "" : state;
            }
        }
        return "";
    }
}
