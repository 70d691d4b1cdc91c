package org.stoppayment.freeze.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.facts.application.PublishingFacts;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.BookingFact;
import org.stoppayment.proto.freeze.v1.BookingsRecorded;
import org.stoppayment.proto.freeze.v1.FactDirection;
import org.stoppayment.proto.freeze.v1.FactKind;
import org.stoppayment.proto.freeze.v1.ReportedTransferFact;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.TransfersReported;

/** What is reported and booked is told to fund-recovery, once for each change. */
@QuarkusTest
class PublishingFactsTest extends TracingFixture {

    private static final String VICTIM = "郑某";

    private final String caseId = newCase();
    private final String transferId = newCase();
    private final Account card = named(account(), VICTIM);
    private final Account second = named(account(), "");
    private final Account mule = named(account(), "卡主甲");

    @Inject
    PublishingFacts publishing;

    @Inject
    DataSource source;

    @Test
    void reportedTransferIsToldOnceWithTheVictimsName() {
        freeze().deliver(report().transfer(transferId, card, mule, 10_000, IN, "S1"));

        publish();
        publish();

        assertThat(told()).singleElement().satisfies(event -> {
            assertThat(event.getCaseId()).isEqualTo(caseId);
            assertThat(event.getVictimName()).isEqualTo(VICTIM);
            ReportedTransferFact fact = event.getTransfers(0);
            assertThat(fact.getTransferId()).isEqualTo(transferId);
            assertThat(fact.getRevision()).isEqualTo(1);
            assertThat(fact.getIsLoss()).isTrue();
            assertThat(fact.getTransfer().getPayer().getNumber()).isEqualTo(card.getNumber());
            assertThat(fact.getTransfer().getPayee()).isEqualTo(mule);
            assertThat(fact.getTransfer().getAmountFen()).isEqualTo(10_000);
            assertThat(fact.getTransfer().getSerial()).isEqualTo("S1");
            assertThat(fact.getTransfer().getTransferredAt().getSeconds()).isEqualTo(IN.getEpochSecond());
        });
    }

    @Test
    void correctionIsToldWithTheTransferThatItCorrects() {
        freeze().deliver(report().transfer(transferId, card, mule, 10_000, IN, ""));
        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        publish();

        freeze().deliver(supplement().correcting(transferId, card, mule, 20_000));
        publish();

        assertThat(facts())
                .filteredOn(fact -> fact.getTransfer().getAmountFen() == 20_000)
                .singleElement()
                .satisfies(fact -> assertThat(fact.getCorrectsTransferId()).isEqualTo(transferId));
    }

    @Test
    void nameThatIsSupplementedAloneIsTold() {
        freeze().deliver(Report.of(caseId).transfer(transferId, card, mule, 10_000, IN, ""));
        publish();
        assertThat(told()).extracting(TransfersReported::getVictimName).containsExactly("");

        freeze().deliver(supplement().victim(VICTIM));
        publish();
        publish();

        assertThat(told()).extracting(TransfersReported::getVictimName).containsExactly("", VICTIM);
    }

    @Test
    void transferWithoutAPayeeAccountIsNotTold() {
        freeze().deliver(report().alsoPaid(card));

        publish();

        assertThat(told()).isEmpty();
        assertThat(database.number("SELECT count(*) FROM reported_transfer WHERE unpublished"))
                .isZero();
    }

    @Test
    void lossThatTurnsOutToBeNoneIsToldAgainAndSoIsTheOneInItsPlace() {
        freeze().deliver(
                        report().paidFrom(card, second, 80_000, IN).paidFrom(second, mule, 50_000, IN.plusSeconds(60)));
        StopOrder stop = awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        publish();
        assertThat(isLoss(second)).as("into an account of the victim's side").isFalse();
        assertThat(isLoss(mule)).isTrue();

        freeze().callBack(
                        mule.getInstitutionCode(),
                        Outcomes.feedback(stop.getApplicationId())
                                .addInflows(Outcomes.inflow("I1", 50_000, IN.plusSeconds(60))
                                        .setPayer(named(second, "王五"))));
        awaitTrace(caseId);
        publish();

        assertThat(isLoss(second)).isTrue();
        assertThat(isLoss(mule)).as("paid on by an account of another name").isFalse();
        assertThat(facts()).extracting(ReportedTransferFact::getRevision).containsExactlyInAnyOrder(1, 1, 2, 2);
    }

    @Test
    void bookingsAreToldInAndOut() {
        gateway()
                .onSend(
                        mule.getNumber(),
                        id -> Bank.done(Outcomes.of(Outcomes.stopped(id, time.instant(), 5_000)
                                .addInflows(Outcomes.inflow("I1", 10_000, IN).setPayer(card))
                                .addInflows(Outcomes.inflow("I2", 700, IN))
                                .addOutflows(to(second, "O1", 5_000, 1)))));
        freeze().deliver(report().paidFrom(card, mule, 10_000, IN));
        awaitTrace(caseId);

        publish();
        publish();

        assertThat(bookings(mule))
                .extracting(
                        BookingFact::getDirection,
                        BookingFact::getSerial,
                        BookingFact::getOrdinal,
                        BookingFact::getRevision,
                        BookingFact::getKind,
                        BookingFact::getAmountFen,
                        fact -> fact.getCounterparty().getNumber(),
                        BookingFact::getIsReplaced)
                .containsExactlyInAnyOrder(
                        booking(
                                FactDirection.FACT_DIRECTION_IN,
                                "I1",
                                FactKind.FACT_KIND_TRANSFER,
                                10_000,
                                card.getNumber()),
                        booking(FactDirection.FACT_DIRECTION_IN, "I2", FactKind.FACT_KIND_CASH, 700, ""),
                        booking(
                                FactDirection.FACT_DIRECTION_OUT,
                                "O1",
                                FactKind.FACT_KIND_TRANSFER,
                                5_000,
                                second.getNumber()));
    }

    @Test
    void rowsFromBeforeAreToldInBatches() {
        database.execute("""
                INSERT INTO inflow (institution_code, account_number, serial, application_id, amount_fen, booked_at,
                                    payer_institution_code, payer_number, payer_name, payer_kind, ordinal)
                SELECT '%s', '%s', 's' || i, gen_random_uuid(), i, now(), 'A', '2', '', 'BANK_PERSONAL', 1
                FROM generate_series(1, 1201) i""".formatted(mule.getInstitutionCode(), mule.getNumber()));

        publish();

        assertThat(bookings(mule))
                .hasSize(1_201)
                .extracting(BookingFact::getSerial)
                .doesNotHaveDuplicates();
        assertThat(world.recovery.facts(BookingsRecorded.getDefaultInstance()))
                .extracting(BookingsRecorded::getBookingsCount)
                .containsExactlyInAnyOrder(500, 500, 201);
    }

    @Test
    void rowThatChangesWhileItIsToldIsToldAgain() throws SQLException {
        freeze().deliver(report().transfer(transferId, card, mule, 10_000, IN, ""));
        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        try (Connection connection = source.getConnection();
                Statement change = connection.createStatement()) {
            connection.setAutoCommit(false);
            change.execute("UPDATE reported_transfer SET serial = 'S9', unpublished = true");
            publish();
            assertThat(told())
                    .as("others change it: it is left for the next time")
                    .isEmpty();
            connection.commit();
        }
        publish();
        database.execute("UPDATE reported_transfer SET serial = 'S10', unpublished = true");

        publish();

        assertThat(facts())
                .extracting(fact -> fact.getTransfer().getSerial(), ReportedTransferFact::getRevision)
                .containsExactly(tuple("S9", 1), tuple("S10", 2));
    }

    @Test
    void replicasTellEachFactOnce() {
        int cases = 60;
        for (int i = 0; i < cases; i++) {
            freeze().deliver(Report.of(newCase())
                    .victim(VICTIM)
                    .paid(account(), 10_000)
                    .paid(account(), 10_000));
        }
        awaitQuiet();

        atOnce(4, () -> {
            publish();
            return true;
        });
        publish();

        assertThat(facts())
                .extracting(ReportedTransferFact::getTransferId)
                .hasSize(2 * cases)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsToldWhileRecoveryIsAwayArrivesOnceItIsBack() {
        world.recovery.goAway();
        freeze().deliver(report().transfer(transferId, card, mule, 10_000, IN, ""));
        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        publishing.publish().await().atMost(PATIENCE);
        assertThat(told()).isEmpty();

        world.recovery.comeBack();
        bookAll();

        assertThat(told()).hasSize(1);
    }

    /** Tells what is due, and awaits that it has arrived. */
    private void publish() {
        publishing.publish().await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> database.number("SELECT count(*) FROM outbox") == 0);
    }

    private List<TransfersReported> told() {
        return world.recovery.facts(TransfersReported.getDefaultInstance());
    }

    private List<ReportedTransferFact> facts() {
        return told().stream()
                .flatMap(event -> event.getTransfersList().stream())
                .toList();
    }

    /** What was told last of the transfer into an account. */
    private boolean isLoss(Account payee) {
        return facts().stream()
                .filter(fact -> fact.getTransfer().getPayee().getNumber().equals(payee.getNumber()))
                .reduce((earlier, later) -> earlier.getRevision() < later.getRevision() ? later : earlier)
                .orElseThrow()
                .getIsLoss();
    }

    private List<BookingFact> bookings(Account account) {
        return world.recovery.facts(BookingsRecorded.getDefaultInstance()).stream()
                .filter(event -> event.getAccount().getNumber().equals(account.getNumber()))
                .flatMap(event -> event.getBookingsList().stream())
                .toList();
    }

    private static Tuple booking(FactDirection direction, String serial, FactKind kind, long fen, String counterparty) {
        return tuple(direction, serial, 1, 1, kind, fen, counterparty, false);
    }

    private Report report() {
        return Report.of(caseId).victim(VICTIM);
    }

    private Report supplement() {
        return Report.supplement(caseId);
    }

    private static Account named(Account account, String name) {
        return account.toBuilder().setName(name).build();
    }
}
