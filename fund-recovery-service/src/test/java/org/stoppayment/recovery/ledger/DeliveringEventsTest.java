package org.stoppayment.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.WALLET;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.held;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.LedgerEntry;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Valid events are booked; an invalid event is rejected without affecting others. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class DeliveringEventsTest {

    TcpProxy link;

    private Books books;
    private RecoveryClient client;

    @BeforeEach
    void connect() {
        books = new Books(link);
        client = new RecoveryClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void entryHasTheValuesOfItsEvent() {
        String caseId = newId();
        FundsMovement movement = held(CARD, 9_000_000);
        Event event = event(caseId, 60, movement);

        client.deliver(event);

        GetRecoveryResponse recovery = client.recovery(caseId);
        assertThat(recovery.getCaseId()).isEqualTo(caseId);
        LedgerEntry entry = recovery.getEntries(0);
        assertThat(entry.getEntryId()).hasSize(36);
        assertThat(entry.getAccount()).isEqualTo(CARD);
        assertThat(entry.getCause()).isEqualTo(movement.getCause());
        assertThat(entry.getFrom()).isEqualTo(movement.getFrom());
        assertThat(entry.getTo()).isEqualTo(movement.getTo());
        assertThat(entry.getAmountFen()).isEqualTo(9_000_000);
        assertThat(entry.getOccurredAt()).isEqualTo(event.getOccurredAt());
        assertThat(books.number("SELECT count(*) FROM ledger_entry WHERE case_id = '" + caseId + "' AND event_id = '"
                        + event.getEventId() + "' AND application_id = '" + movement.getApplicationId() + "'"))
                .isEqualTo(1);
    }

    @Test
    void entriesAreShownOldestFirst() {
        String caseId = newId();

        client.deliver(
                event(caseId, 30, reported(WALLET, 3)),
                event(caseId, 10, reported(CARD, 1), reported(WALLET, 2)),
                event(caseId, 40, reported(CARD, 4)));

        assertThat(client.recovery(caseId).getEntriesList())
                .extracting(LedgerEntry::getAmountFen)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void validEventsAreBookedAndInvalidOnesRejectedInOneCall() {
        String caseId = newId();
        Event good = event(caseId, 0, reported(CARD, 100));
        Event alsoGood = event(caseId, 1, reported(WALLET, 10), held(WALLET, 10));
        Event unknownType =
                event(caseId, 2, reported(CARD, 1)).toBuilder().setType("x.Y").build();
        Event halfWrong = event(caseId, 3, reported(CARD, 1), reported(CARD, 0));
        Event noId = event(caseId, 4, reported(CARD, 1)).toBuilder()
                .setEventId("none")
                .build();

        DeliverEventsResponse answer = client.deliver(unknownType, good, halfWrong, alsoGood, noId);

        assertThat(answer.getDeferredEventIdsList()).isEmpty();
        assertThat(answer.getRejectedList())
                .extracting(RejectedEvent::getEventId, RejectedEvent::getReason)
                .containsExactlyInAnyOrder(
                        tuple(unknownType.getEventId(), "type: unknown (expected: a message of this inbox)"),
                        tuple(halfWrong.getEventId(), "movements[1].amountFen: 0 (expected: 1..10^17)"),
                        tuple("none", "eventId: 4 characters (expected: a UUID)"));
        assertThat(books.eventsOf(caseId)).isEqualTo(2);
        assertThat(books.entriesOf(caseId)).isEqualTo(3);
        assertThat(client.recovery(caseId).getTotal().getReportedFen()).isEqualTo(110);
    }

    @Test
    void extremeValuesAreBooked() {
        String caseId = newId();
        Account odd = Account.newBuilder()
                .setNumber("'; DROP TABLE ledger_entry; --\u0001\uD83D\uDCB0" + "9".repeat(10_000))
                .setName("{\"王\\,五\" NULL}")
                .build();
        Timestamp first = Timestamps.MIN_VALUE;
        Timestamp last = Timestamps.MAX_VALUE;

        DeliverEventsResponse answer = client.deliver(
                event(caseId, 0, reported(odd, 100_000_000_000_000_000L)).toBuilder()
                        .setOccurredAt(first)
                        .build(),
                event(caseId, 0, reported(odd, 1)).toBuilder()
                        .setOccurredAt(last)
                        .build());

        assertThat(answer.getRejectedList()).isEmpty();
        GetRecoveryResponse recovery = client.recovery(caseId);
        assertThat(recovery.getTotal().getReportedFen()).isEqualTo(100_000_000_000_000_001L);
        assertThat(recovery.getAccountsList()).singleElement().satisfies(account -> assertThat(account.getAccount())
                .isEqualTo(odd));
        assertThat(recovery.getEntries(0).getOccurredAt()).isEqualTo(first);
        assertThat(recovery.getEntries(1).getOccurredAt().getSeconds()).isEqualTo(last.getSeconds());
    }

    @Test
    void twoHundredAndFiftySixEventsAreAcceptedInOneCall() {
        String caseId = newId();

        client.deliver(events(caseId, 256));

        assertThat(books.eventsOf(caseId)).isEqualTo(256);
        assertThat(client.recovery(caseId).getTotal().getReportedFen()).isEqualTo(256);
    }

    @Test
    void twoHundredAndFiftySixLargeEventsAreAcceptedInOneCall() {
        String caseId = newId();
        FundsMovement[] movements = new FundsMovement[200];
        for (int i = 0; i < movements.length; i++) {
            movements[i] = reported(CARD, 1);
        }
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            events.add(event(caseId, i, movements));
        }

        client.deliver(events);

        assertThat(books.entriesOf(caseId)).isEqualTo(256 * 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 257})
    void emptyOrTooLargeDeliveryIsInvalidAndNothingIsBooked(int count) {
        String caseId = newId();

        assertFails(Status.Code.INVALID_ARGUMENT, () -> client.deliver(events(caseId, count)));

        assertThat(books.eventsOf(caseId)).isZero();
    }

    private static List<Event> events(String caseId, int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(caseId, i, reported(CARD, 1)));
        }
        return events;
    }

    @Test
    void caseWithoutEntriesIsNotFound() {
        assertFails(Status.Code.NOT_FOUND, () -> client.recovery(newId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "6222020200112233455", "' OR 1=1"})
    void invalidCaseIdIsRefused(String caseId) {
        assertFails(Status.Code.INVALID_ARGUMENT, () -> client.recovery(caseId));
    }

    private static void assertFails(Status.Code code, Runnable call) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(call::run)
                .satisfies(failure -> assertThat(failure.getStatus().getCode()).isEqualTo(code));
    }
}
