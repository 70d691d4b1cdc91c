package org.stoppayment.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.ExpectedBooks.books;
import static org.stoppayment.recovery.testkit.ExpectedBooks.positions;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.WALLET;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.held;
import static org.stoppayment.recovery.testkit.Moves.lapsed;
import static org.stoppayment.recovery.testkit.Moves.lifted;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.FundsMoved;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** The books do not depend on the order of the events. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class AnyOrderTest {

    private RecoveryClient client;

    @BeforeEach
    void connect() {
        client = new RecoveryClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void allOrdersOfFourEventsGiveTheSameBooks() throws InvalidProtocolBufferException {
        String caseId = newId();
        List<Event> events = List.of(
                event(caseId, 0, reported(CARD, 14_000_000), reported(WALLET, 500)),
                event(caseId, 60, held(CARD, 9_000_000), held(WALLET, 500)),
                event(caseId, 90, lifted(WALLET, 500)),
                event(caseId, 90, lapsed(CARD, 4_000_000)));
        List<List<Event>> orders = permutations(events);
        assertThat(orders).hasSize(24).doesNotHaveDuplicates();

        GetRecoveryResponse first = withoutIds(booksAfter(orders.get(0)));

        assertThat(first.getTotal()).isEqualTo(positions(14_000_500, 5_000_000, 4_000_000, 500, 5_000_000));
        assertThat(first.getAccountsList())
                .containsExactly(
                        books(CARD, positions(14_000_000, 5_000_000, 4_000_000, 0, 5_000_000)),
                        books(WALLET, positions(500, 0, 0, 500, 0)));
        assertThat(first.getEntriesCount()).isEqualTo(6);
        for (List<Event> order : orders) {
            assertThat(withoutIds(booksAfter(order))).isEqualTo(first);
        }
    }

    /** Delivers the events for a new case, one in each call, with event ids in the order of the original ids. */
    private GetRecoveryResponse booksAfter(List<Event> order) throws InvalidProtocolBufferException {
        String caseId = newId();
        Map<String, String> eventIds = new HashMap<>();
        order.stream()
                .map(Event::getEventId)
                .sorted()
                .forEach(id -> eventIds.put(id, "%08x%s".formatted(eventIds.size(), newId().substring(8))));
        for (Event event : order) {
            client.deliver(event.toBuilder()
                    .setEventId(eventIds.get(event.getEventId()))
                    .setCaseId(caseId)
                    .setData(FundsMoved.parseFrom(event.getData()).toBuilder()
                            .setCaseId(caseId)
                            .build()
                            .toByteString())
                    .build());
        }
        return client.recovery(caseId);
    }

    private static GetRecoveryResponse withoutIds(GetRecoveryResponse books) {
        GetRecoveryResponse.Builder bare = books.toBuilder().clearCaseId();
        bare.getEntriesBuilderList()
                .forEach(entry ->
                        entry.clearEntryId().clearEventId().clearCaseId().clearRecordedAt());
        return bare.build();
    }

    @Test
    void heldBeforeReportedIsBalancedByUnknown() {
        String caseId = newId();

        client.deliver(event(caseId, 60, held(CARD, 9_000_000)));
        assertThat(client.recovery(caseId).getTotal()).isEqualTo(positions(0, 9_000_000, 0, 0, -9_000_000));

        client.deliver(event(caseId, 0, reported(CARD, 14_000_000)));
        assertThat(client.recovery(caseId).getTotal()).isEqualTo(positions(14_000_000, 9_000_000, 0, 0, 5_000_000));
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<T> others = new ArrayList<>(items);
            T first = others.remove(i);
            for (List<T> rest : permutations(others)) {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }
}
