package org.stoppayment.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TransientFailuresTest {

    @Test
    void databaseThatIsShutDownIsAnOutage() {
        Throwable stopped = new IllegalStateException(new SQLException("shut down", "57P01"));

        assertThat(TransientFailures.isTransient(stopped)).isTrue();
        assertThat(TransientFailures.isOutage(stopped)).isTrue();
        assertThat(TransientFailures.isOutage(new IOException("connection reset")))
                .isTrue();
    }

    @Test
    void deadlockIsTransientAndNoOutage() {
        Throwable deadlock = new PgException("deadlock", "ERROR", "40P01", "detail");

        assertThat(TransientFailures.isTransient(deadlock)).isTrue();
        assertThat(TransientFailures.isOutage(deadlock)).isFalse();
    }

    @Test
    void rowThatIsRefusedIsNeither() {
        Throwable refused = new IllegalStateException(new SQLException("duplicate key", "23505"));

        assertThat(TransientFailures.isTransient(refused)).isFalse();
        assertThat(TransientFailures.isOutage(refused)).isFalse();
    }
}
