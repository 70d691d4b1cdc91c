package org.stoppayment.recovery.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.FactEvents.account;
import static org.stoppayment.recovery.testkit.FactEvents.balance;
import static org.stoppayment.recovery.testkit.FactEvents.bookings;
import static org.stoppayment.recovery.testkit.FactEvents.event;
import static org.stoppayment.recovery.testkit.FactEvents.filed;
import static org.stoppayment.recovery.testkit.FactEvents.paid;
import static org.stoppayment.recovery.testkit.FactEvents.second;
import static org.stoppayment.recovery.testkit.FactEvents.stop;
import static org.stoppayment.recovery.testkit.FactEvents.transfer;
import static org.stoppayment.recovery.testkit.FactEvents.transfers;
import static org.stoppayment.recovery.testkit.Moves.newId;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.BalanceRecorded;
import org.stoppayment.proto.freeze.v1.BookingFact;
import org.stoppayment.proto.freeze.v1.CaseStatusChanged;
import org.stoppayment.proto.freeze.v1.HoldChanged;

/** Of each fact the highest revision counts, however often and in whichever order it is told. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class FactRevisionsTest extends FactsFixture {

    @Test
    void accountIsDueSoonAfterTheFirstNews() throws Exception {
        deliver(balance(newId(), mule).build());
        books.run("UPDATE attributed_account SET due_at = now() - interval '1 hour' WHERE account_number = 'mule-"
                + caseId + "'");

        deliver(balance(newId(), mule).build());

        assertThat(count("attributed_account WHERE account_number = 'mule-" + caseId
                        + "' AND due_at < now() - interval '59 minutes'"))
                .as("what is due stays due")
                .isOne();
        books.run("UPDATE attributed_account SET due_at = NULL WHERE account_number = 'mule-" + caseId + "'");
        deliver(balance(newId(), mule).build());
        assertThat(count("attributed_account WHERE account_number = 'mule-" + caseId
                        + "' AND due_at > now() - interval '1 minute'"))
                .isOne();
    }

    @Test
    void replayAndOlderRevisionChangeNothing() {
        List<Event> second = allOfRevision(2);
        client.deliver(second);
        String before = state();

        client.deliver(second);
        client.deliver(allOfRevision(1));

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void sameContentWithAHigherRevisionMakesNothingDue() {
        BalanceRecorded.Builder fact = balance(newId(), mule);
        deliver(fact.build());

        deliver(fact.setRevision(2).build());

        assertThat(count("balance WHERE account_number = 'mule-" + caseId + "' AND revision = 2"))
                .isOne();
        assertThat(revision(mule)).isOne();
    }

    @Test
    void highestRevisionCountsInAnyOrderAndInOneCallOrMany() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String balanceId = newId();
        List<Event> events = new ArrayList<>();
        for (int revision = 1; revision <= 8; revision++) {
            events.add(event(balance(balanceId, mule)
                    .setRevision(revision)
                    .setBalanceFen(revision)
                    .build()));
            events.add(
                    event(bookings(mule, paid("S1", next).setRevision(revision).setAmountFen(revision))
                            .build()));
        }
        Collections.shuffle(events, random);

        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(5));
            client.deliver(events.subList(from, to));
            from = to;
        }

        assertThat(count("balance WHERE application_id = '" + balanceId + "' AND balance_fen = 8 AND revision = 8"))
                .as("seed %d", seed)
                .isOne();
        assertThat(count("booking WHERE account_number = 'mule-" + caseId + "' AND amount_fen = 8 AND revision = 8"))
                .as("seed %d", seed)
                .isOne();
    }

    @Test
    void callsAtTheSameTimeDoNotDeadlock() {
        List<BookingFact.Builder> facts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            facts.add(paid("S" + i, account("next-" + i + "-" + caseId)));
        }
        List<CompletableFuture<DeliverEventsResponse>> calls = new ArrayList<>();
        for (int revision = 1; revision <= 8; revision++) {
            Collections.reverse(facts);
            BookingFact.Builder[] revised = facts.toArray(BookingFact.Builder[]::new);
            for (BookingFact.Builder fact : revised) {
                fact.setRevision(revision).setAmountFen(revision);
            }
            Event event = event(bookings(mule, revised).build());
            calls.add(CompletableFuture.supplyAsync(() -> client.deliver(event)));
        }

        assertThat(calls).allSatisfy(call -> assertThat(call.join().getDeferredEventIdsList())
                .isEmpty());
        assertThat(count("booking WHERE account_number = 'mule-" + caseId + "' AND amount_fen = 8 AND revision = 8"))
                .isEqualTo(100);
    }

    private List<Event> allOfRevision(int revision) {
        String id = "01890000-0000-7000-8000-00000000000";
        CaseStatusChanged.Builder status = filed(caseId).setRevision(revision).setIsClosed(revision == 2);
        HoldChanged.Builder hold =
                stop(id + "1", caseId, mule).setRevision(revision).setHeldFen(revision);
        return List.of(
                event(transfers(
                                caseId,
                                transfer(id + "2", mule).setRevision(revision).setIsLoss(revision == 1))
                        .build()),
                event(bookings(mule, paid("S1", next).setRevision(revision).setAmountFen(revision))
                        .build()),
                event(balance(id + "3", mule)
                        .setRevision(revision)
                        .setBalanceFen(revision)
                        .build()),
                event(hold.build()),
                event(status.build()));
    }

    /** What is known, and what is due, as one text. */
    private String state() {
        StringBuilder state = new StringBuilder();
        for (String table :
                List.of("reported_transfer", "booking", "balance", "hold", "recovery_case", "attributed_account")) {
            state.append(
                    books.text("SELECT coalesce(string_agg(t::text, ';' ORDER BY t::text), '') FROM " + table + " t"));
        }
        return state.toString();
    }
}
