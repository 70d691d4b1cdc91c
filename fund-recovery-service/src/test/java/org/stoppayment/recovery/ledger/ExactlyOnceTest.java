package org.stoppayment.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.WALLET;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.held;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
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

/** Events that are delivered repeatedly are booked once. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class ExactlyOnceTest {

    private static final int DELIVERIES = 8;
    private static final int EVENTS = 40;
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
    void concurrentDeliveriesOfTheSameEventsAreBookedOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            String caseId = newId();
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                events.add(event(caseId, i, reported(CARD, 100), held(CARD, 60)));
            }

            deliverConcurrently(shuffledCopies(events, round));

            assertThat(books.eventsOf(caseId)).isEqualTo(EVENTS);
            assertThat(books.entriesOf(caseId)).isEqualTo(2 * EVENTS);
            assertThat(client.recovery(caseId).getTotal().getHeldFen()).isEqualTo(60 * EVENTS);
        }
    }

    /** Copies in different orders: replicas that wait for each other's rows must not deadlock. */
    private static List<List<Event>> shuffledCopies(List<Event> events, int seed) {
        List<List<Event>> copies = new ArrayList<>();
        for (int i = 0; i < DELIVERIES; i++) {
            List<Event> copy = new ArrayList<>(events);
            Collections.shuffle(copy, new Random(seed * 100L + i));
            copies.add(copy);
        }
        return copies;
    }

    private void deliverConcurrently(List<List<Event>> deliveries) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(deliveries.size());
        try {
            CyclicBarrier start = new CyclicBarrier(deliveries.size());
            List<Future<DeliverEventsResponse>> answers = new ArrayList<>();
            for (List<Event> delivery : deliveries) {
                answers.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return client.deliver(delivery);
                }));
            }
            for (Future<DeliverEventsResponse> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS).getRejectedList()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void replicasWithTheSameEventsDoNotDeadlock() throws Exception {
        String caseId = newId();
        List<Event> sorted =
                new ArrayList<>(List.of(event(caseId, 0, reported(CARD, 100)), event(caseId, 1, reported(CARD, 10))));
        sorted.sort(Comparator.comparing(Event::getEventId));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection replica = books.connect();
                Statement statement = replica.createStatement()) {
            replica.setAutoCommit(false);
            statement.execute(insertIntoInbox(sorted.get(0)));
            Future<DeliverEventsResponse> answer = thread.submit(() -> client.deliver(sorted.get(1), sorted.get(0)));
            await().until(() ->
                    books.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'") > 0);
            // A deadlock would make this wait, and Postgres would abort one transaction after a second.
            statement.execute("SET LOCAL lock_timeout = '200ms'");
            statement.execute(insertIntoInbox(sorted.get(1)));
            assertThat(answer.isDone()).isFalse();
            replica.commit();
            assertThat(answer.get(60, TimeUnit.SECONDS).getRejectedList()).isEmpty();
        } finally {
            thread.shutdownNow();
        }
        assertThat(books.entriesOf(caseId)).isZero();
    }

    private static String insertIntoInbox(Event event) {
        return "INSERT INTO inbox (event_id, case_id, received_at) VALUES ('%s', '%s', now())"
                .formatted(event.getEventId(), event.getCaseId());
    }

    @Test
    void eventThatIsRepeatedInOneCallIsBookedOnce() {
        String caseId = newId();
        Event event = event(caseId, 0, reported(CARD, 100), reported(WALLET, 10));

        client.deliver(event, event, event);

        assertThat(books.entriesOf(caseId)).isEqualTo(2);
        assertThat(client.recovery(caseId).getTotal().getReportedFen()).isEqualTo(110);
    }

    @Test
    void eventIdIsNotCaseSensitive() {
        String caseId = newId();
        Event event = event(caseId, 0, reported(CARD, 100));

        client.deliver(event);
        client.deliver(event.toBuilder()
                .setEventId(event.getEventId().toUpperCase(Locale.ROOT))
                .build());

        assertThat(books.entriesOf(caseId)).isEqualTo(1);
    }
}
