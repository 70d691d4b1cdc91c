package org.stoppayment.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class TransientFailuresTest {

    @Test
    void stateIsFoundAsTheClientOfPostgresTellsIt() {
        Throwable failure = new CompletionException(new PgException("duplicate key", "ERROR", "23505", "detail"));

        assertThat(TransientFailures.sqlState(failure)).isEqualTo("23505");
        assertThat(TransientFailures.isTransient(failure)).isFalse();
    }

    @Test
    void stateIsFoundAsHibernateReactiveTellsIt() {
        Throwable failure =
                new CompletionException(new IllegalStateException(new SQLException("duplicate key", "23505")));

        assertThat(TransientFailures.sqlState(failure)).isEqualTo("23505");
        assertThat(TransientFailures.isTransient(failure)).isFalse();
        assertThat(TransientFailures.isTransient(new IllegalStateException(new SQLException("shut down", "57P01"))))
                .isTrue();
    }

    @Test
    void failureWithoutStateHasNone() {
        assertThat(TransientFailures.sqlState(new SQLException("no state"))).isEmpty();
        assertThat(TransientFailures.sqlState(new IllegalStateException())).isEmpty();
    }
}
