package org.stoppayment.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class SqlStatesTest {

    private static final Throwable OF_THE_CLIENT =
            new CompletionException(new PgException("duplicate key", "ERROR", "23505", "detail"));
    private static final Throwable OF_HIBERNATE =
            new CompletionException(new IllegalStateException(new SQLException("duplicate key", "23505")));

    @Test
    void stateIsFoundAsEachClientTellsIt() {
        assertThat(SqlStates.of(OF_THE_CLIENT)).isEqualTo("23505");
        assertThat(SqlStates.of(OF_HIBERNATE)).isEqualTo("23505");
        assertThat(SqlStates.isUniqueViolation(OF_HIBERNATE)).isTrue();
        assertThat(SqlStates.isUniqueViolation(new SQLException("a check", "23514")))
                .isFalse();
    }

    @Test
    void deadlockIsRolledBackForOthers() {
        assertThat(SqlStates.isTransactionRollback(new SQLException("deadlock", "40P01")))
                .isTrue();
        assertThat(SqlStates.isTransactionRollback(OF_THE_CLIENT)).isFalse();
    }

    @Test
    void failureWithoutStateHasNone() {
        assertThat(SqlStates.of(new SQLException("no state"))).isEmpty();
        assertThat(SqlStates.of(new IllegalStateException())).isEmpty();
    }
}
