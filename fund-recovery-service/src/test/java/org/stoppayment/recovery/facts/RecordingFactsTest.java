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

import com.google.protobuf.Message;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.BalanceRecorded;
import org.stoppayment.proto.freeze.v1.BookingFact;
import org.stoppayment.proto.freeze.v1.CaseStatusChanged;
import org.stoppayment.proto.freeze.v1.FactKind;
import org.stoppayment.proto.freeze.v1.HoldChanged;
import org.stoppayment.proto.freeze.v1.HoldMeasure;
import org.stoppayment.proto.freeze.v1.ReportedTransferFact;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Facts are kept by their highest revisions, and what they say anew makes accounts due. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class RecordingFactsTest {

    TcpProxy link;

    private final String caseId = newId();
    private final Account mule = account("mule-" + caseId);
    private final Account next = account("next-" + caseId);
    private final Account last = account("last-" + caseId);

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
    void transferIsKeptAsItWasReported() {
        String transferId = newId();
        String corrected = newId();
        ReportedTransferFact.Builder fact = transfer(transferId, mule)
                .setCorrectsTransferId(corrected)
                .setTransfer(Transfer.newBuilder()
                        .setPayer(account("payer-" + caseId))
                        .setPayee(mule)
                        .setSerial("S1"));

        deliver(transfers(caseId, fact).build());

        assertThat(count("reported_transfer WHERE transfer_id = '" + transferId + "' AND case_id = '" + caseId
                        + "' AND payer_number = 'payer-" + caseId + "' AND account_number = 'mule-" + caseId
                        + "' AND account_name = 'Wang Wu' AND account_kind = 'BANK_PERSONAL' AND amount_fen IS NULL"
                        + " AND transferred_at IS NULL AND serial = 'S1' AND corrects = '" + corrected
                        + "' AND duplicate_of IS NULL AND is_loss AND revision = 1"))
                .isOne();
        assertThat(count("recovery_case WHERE case_id = '" + caseId + "' AND victim_name = 'Li Si'"))
                .isOne();
        assertThat(revision(mule)).isOne();
        assertThat(revision(account("payer-" + caseId))).isOne();
    }

    @Test
    void transferThatTurnsOutToBeNoLossMakesItsAccountDueAgain() {
        ReportedTransferFact.Builder fact = transfer(newId(), mule);
        deliver(transfers(caseId, fact).build());

        deliver(transfers(caseId, fact.setRevision(2).setIsLoss(false)).build());

        assertThat(count("reported_transfer WHERE case_id = '" + caseId + "' AND NOT is_loss"))
                .isOne();
        assertThat(revision(mule)).isEqualTo(2);
    }

    @Test
    void correctionMakesTheAccountOfTheCorrectedTransferDue() {
        String wrong = newId();
        deliver(transfers(caseId, transfer(wrong, mule)).build());

        deliver(transfers(caseId, transfer(newId(), next).setCorrectsTransferId(wrong))
                .build());

        assertThat(revision(mule)).isEqualTo(2);
        assertThat(revision(next)).isOne();
    }

    @Test
    void ofSeveralNamesOfAVictimTheGreatestCountsInAnyOrder() {
        deliver(transfers(caseId, transfer(newId(), mule)).setVictimName("B").build());
        deliver(transfers(caseId, transfer(newId(), mule)).setVictimName("").build());
        deliver(transfers(caseId, transfer(newId(), mule)).setVictimName("A").build());

        assertThat(count("recovery_case WHERE case_id = '" + caseId + "' AND victim_name = 'B'"))
                .isOne();
    }

    @Test
    void paymentMakesTheAccountAndThatWhichWasPaidDue() {
        deliver(bookings(mule, paid("S1", next)).build());

        assertThat(count("booking WHERE account_number = 'mule-" + caseId + "' AND direction = 'OUT' AND serial = 'S1'"
                        + " AND ordinal = 1 AND revision = 1 AND kind = 'TRANSFER' AND amount_fen = 5000"
                        + " AND counterparty_number = 'next-" + caseId + "' AND NOT is_replaced"))
                .isOne();
        assertThat(revision(mule)).isOne();
        assertThat(revision(next)).isOne();
    }

    @Test
    void paymentToAnotherAccountThanWasToldMakesBothDue() {
        deliver(bookings(mule, paid("S1", next)).build());

        deliver(bookings(mule, paid("S1", last).setRevision(2)).build());

        assertThat(List.of(revision(mule), revision(next), revision(last))).containsExactly(2L, 2L, 1L);
    }

    @Test
    void cashMakesOnlyItsAccountDue() {
        deliver(bookings(mule, paid("S1", next).setKind(FactKind.FACT_KIND_CASH).clearCounterparty())
                .build());

        assertThat(revision(mule)).isOne();
        assertThat(count("attributed_account WHERE account_number = ''")).isZero();
    }

    @Test
    void balanceIsKept() {
        String application = newId();

        deliver(balance(application, mule).setOpeningFen(0).setSince(second(0)).build());

        assertThat(count("balance WHERE application_id = '" + application
                        + "' AND balance_fen = 3000 AND opening_fen = 0 AND since IS NOT NULL"))
                .isOne();
        assertThat(revision(mule)).isOne();
    }

    @Test
    void freezeIsKeptWithTheLevelOfItsApproval() {
        String freeze = newId();

        deliver(stop(freeze, caseId, mule)
                .setMeasure(HoldMeasure.HOLD_MEASURE_FREEZE)
                .setApprovalLevel(ApprovalLevel.APPROVAL_LEVEL_CITY)
                .setReturnedFen(700)
                .build());

        assertThat(count("hold WHERE hold_id = '" + freeze + "' AND measure = 'FREEZE' AND approval_level = 'CITY'"
                        + " AND held_fen = 3000 AND returned_fen = 700 AND is_in_effect AND case_id = '" + caseId
                        + "'"))
                .isOne();
        assertThat(revision(mule)).isOne();
    }

    @Test
    void filingMakesTheAccountsOfTheCaseDueThatAreHeldOrWereReported() {
        deliver(stop(newId(), caseId, mule).build());
        deliver(transfers(caseId, transfer(newId(), next)).build());

        deliver(filed(caseId).build());

        assertThat(count("recovery_case WHERE case_id = '" + caseId
                        + "' AND victim_name = 'Li Si' AND status_revision = 1"
                        + " AND filing_number = 'A-2026-1' AND filed_at IS NOT NULL AND NOT is_closed"))
                .isOne();
        assertThat(List.of(revision(mule), revision(next))).containsExactly(2L, 2L);
    }

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

    private void deliver(Message message) {
        assertThat(client.deliver(event(message)).getRejectedList()).isEmpty();
    }

    private long revision(Account account) {
        return books.number("SELECT revision FROM attributed_account WHERE institution_code = '"
                + account.getInstitutionCode() + "' AND account_number = '" + account.getNumber() + "'");
    }

    private long count(String from) {
        return books.number("SELECT count(*) FROM " + from);
    }
}
