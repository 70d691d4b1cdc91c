package org.stoppayment.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Logs have no personal data, even when an event is invalid or the database refuses a row. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class QuietLogTest {

    private static final String NUMBER = "6217001234567890123";
    private static final String NAME = "Planted Name";
    private static final Account PLANTED =
            Account.newBuilder().setNumber(NUMBER).setName(NAME).build();

    TcpProxy link;

    private final LogListener listener = LogListener.start();
    private Books books;
    private RecoveryClient client;

    @BeforeEach
    void connect() {
        books = new Books(link);
        client = new RecoveryClient();
    }

    @AfterEach
    void leave() {
        listener.close();
        link.join();
        client.close();
    }

    @Test
    void nothingPersonalIsLogged() throws SQLException {
        String caseId = newId();
        Event good = event(caseId, 0, reported(PLANTED, 100));
        client.deliver(good);
        client.deliver(good);
        client.recovery(caseId);
        client.deliver(
                event(caseId, 1, reported(PLANTED, 0)),
                good.toBuilder().setEventId(NUMBER).build(),
                good.toBuilder().setType(NAME).build(),
                good.toBuilder().setData(ByteString.copyFromUtf8(NAME + NUMBER)).build());
        assertFails(Status.Code.INVALID_ARGUMENT, () -> client.recovery(NUMBER));
        refusedByTheDatabase(caseId);
        link.cut();
        assertFails(Status.Code.UNAVAILABLE, () -> client.deliver(event(caseId, 3, reported(PLANTED, 1))));

        assertThat(listener.lines()).anySatisfy(logged -> assertThat(logged).contains("correlation id"));
        assertThat(listener.lines())
                .allSatisfy(logged -> assertThat(logged).doesNotContain(NUMBER).doesNotContain(NAME));
    }

    /** Postgres includes the whole row in the details of such an error. */
    private void refusedByTheDatabase(String caseId) throws SQLException {
        books.run("ALTER TABLE ledger_entry ADD CONSTRAINT planted CHECK (amount_fen <> 4711) NOT VALID");
        try {
            assertFails(Status.Code.INTERNAL, () -> client.deliver(event(caseId, 2, reported(PLANTED, 4711))));
        } finally {
            books.run("ALTER TABLE ledger_entry DROP CONSTRAINT planted");
        }
    }

    private static void assertFails(Status.Code code, Runnable call) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(call::run)
                .satisfies(failure -> {
                    assertThat(failure.getStatus().getCode()).isEqualTo(code);
                    assertThat(failure.getMessage() + failure.getTrailers())
                            .doesNotContain(NUMBER)
                            .doesNotContain(NAME);
                });
    }
}
