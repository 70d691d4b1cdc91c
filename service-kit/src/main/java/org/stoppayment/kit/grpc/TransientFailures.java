package org.stoppayment.kit.grpc;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

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
        return TRANSIENT_CLASSES.stream().anyMatch(sqlState(thrown)::startsWith);
    }

    /**
     * Errors that the database returns are Vert.x exceptions, too, but have an SQLSTATE. Vert.x reports some closed connections
     * with a {@link NoStackTraceThrowable}.
     */
    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof NoStackTraceThrowable
                || cause instanceof VertxException && !(cause instanceof DatabaseException);
    }

    /** The SQLSTATE of {@code thrown} or of its causes; empty when there is none. Hibernate Reactive reports it by the exception of JDBC. */
    public static String sqlState(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException database) {
                return orEmpty(database.getSqlState());
            }
            if (cause instanceof SQLException jdbc) {
                return orEmpty(jdbc.getSQLState());
            }
        }
        return "";
    }

    private static String orEmpty(@Nullable String state) {
        return state == null ? "" : state;
    }
}
