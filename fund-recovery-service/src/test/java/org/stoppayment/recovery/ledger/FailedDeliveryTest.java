package org.stoppayment.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.WALLET;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.held;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Deliveries that are cancelled or fail, and their resends. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class FailedDeliveryTest {

    TcpProxy link;
    private Books books;
    private RecoveryClient client;

    @BeforeEach
    void connect() {
        books = new Books(link);
        client = new RecoveryClient();
    }

    @AfterEach
    void restoreLink() {
        link.join();
        client.close();
    }

    @Test
    void cancelledDeliveryIsBookedOnceAfterTheResend() {
        String caseId = newId();
        for (int i = 0; i < 20; i++) {
            List<Event> events = List.of(event(caseId, i, reported(CARD, 100)));
            try {
                client.deliverWithin(1, events);
            } catch (StatusRuntimeException tooLate) {
                assertThat(tooLate.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            }
            client.deliver(events);
            assertThat(books.entriesOf(caseId)).isEqualTo(i + 1);
        }
        assertThat(client.recovery(caseId).getTotal().getReportedFen()).isEqualTo(2_000);
    }

    @Test
    void cancelledCallDoesNotAffectOtherCalls() throws Exception {
        String caseId = newId();
        Event left = event(caseId, 0, reported(CARD, 100));
        Event waiting = event(caseId, 1, reported(CARD, 10));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection database = books.connect();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE");
            Future<DeliverEventsResponse> answer = thread.submit(() -> client.deliver(waiting));
            for (int millis = 50; millis <= 200; millis += 50) {
                int timeout = millis;
                assertFails(Status.Code.DEADLINE_EXCEEDED, () -> client.deliverWithin(timeout, List.of(left)));
            }
            database.commit();
            assertThat(answer.get(60, TimeUnit.SECONDS).getRejectedList()).isEmpty();
        } finally {
            thread.shutdownNow();
        }

        client.deliver(left);
        assertThat(books.entriesOf(caseId)).isEqualTo(2);
    }

    @Test
    void callsAreUnavailableWithoutDatabaseAndNothingIsPartlyBooked() {
        String caseId = newId();
        List<Event> events =
                List.of(event(caseId, 0, reported(CARD, 100), held(CARD, 60)), event(caseId, 1, reported(WALLET, 10)));
        link.cut();

        assertUnavailable(() -> client.deliver(events));
        assertUnavailable(() -> client.recovery(caseId));

        assertThat(books.eventsOf(caseId)).isZero();
        assertThat(books.entriesOf(caseId)).isZero();
        link.join();
        client.deliver(events);
        assertThat(books.eventsOf(caseId)).isEqualTo(2);
        assertThat(books.entriesOf(caseId)).isEqualTo(3);
    }

    @Test
    void deliveryWithALostCommitAnswerIsBookedOnceAfterTheResend() {
        String caseId = newId();
        List<Event> events = List.of(event(caseId, 0, reported(CARD, 100), held(CARD, 60)));
        client.deliver(event(newId(), 0, reported(CARD, 1))); // so that a connection is open and the statement prepared
        link.loseAnswers();

        assertUnavailable(() -> client.deliver(events));

        await().untilAsserted(() -> assertThat(books.entriesOf(caseId)).isEqualTo(2));
        link.join();
        await().ignoreExceptions().until(() -> client.deliver(events).getRejectedCount() == 0);
        assertThat(books.entriesOf(caseId)).isEqualTo(2);
        assertThat(client.recovery(caseId).getTotal().getHeldFen()).isEqualTo(60);
    }

    private static void assertUnavailable(Runnable call) {
        assertFails(Status.Code.UNAVAILABLE, call);
    }

    private static void assertFails(Status.Code code, Runnable call) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(call::run)
                .satisfies(failure -> assertThat(failure.getStatus().getCode()).isEqualTo(code));
    }
}
