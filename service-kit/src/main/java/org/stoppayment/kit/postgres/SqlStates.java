package org.stoppayment.kit.postgres;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the database says with an error: its SQLSTATE (Postgres, appendix A). */
public final class SqlStates {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String TRANSACTION_ROLLBACK_CLASS = "40";

    private SqlStates() {}

    /** The SQLSTATE of {@code thrown} or of its causes; empty when there is none. Hibernate Reactive reports it by the exception of JDBC. */
    public static String of(Throwable thrown) {
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

    /** True when a row was refused, because another one has its key or a value that only one row may have. */
    public static boolean isUniqueViolation(Throwable thrown) {
        return of(thrown).equals(UNIQUE_VIOLATION);
    }

    /** True when the transaction was rolled back for the sake of others, as in a deadlock: the same again may succeed. */
    public static boolean isTransactionRollback(Throwable thrown) {
        return of(thrown).startsWith(TRANSACTION_ROLLBACK_CLASS);
    }

    private static String orEmpty(@Nullable String state) {
        return state == null ? "" : state;
    }
}
