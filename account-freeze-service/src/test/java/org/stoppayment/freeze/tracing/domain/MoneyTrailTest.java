package org.stoppayment.freeze.tracing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.placement.CaseOrigin;
import org.stoppayment.freeze.parties.domain.CaseParties;
import org.stoppayment.freeze.parties.domain.TransferParties;
import org.stoppayment.freeze.parties.domain.VictimSide;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Claim;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Flow;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Node;
import org.stoppayment.freeze.tracing.domain.CaseGraph.ReportedPayment;
import org.stoppayment.freeze.tracing.domain.MoneyTrail.Traced;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;

class MoneyTrailTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(10);
    private static final CaseId CASE = new CaseId(new UUID(1, 1));
    private static final AccountRef V = account("V");
    private static final AccountRef A = account("A");
    private static final AccountRef B = account("B");
    private static final AccountRef C = account("C");

    /** A victim paid 1000 to A. A paid 600 to B, 150 in cash and 50 to a merchant; B paid 400 to C. */
    private static final MoneyTrail TRAIL = over(
            List.of(
                    paid(A, "1", 60, 600, B),
                    spent(A, "2", 120, 150, OutflowKind.CASH),
                    spent(A, "3", 180, 50, OutflowKind.MERCHANT),
                    paid(B, "4", 240, 400, C)),
            List.of(),
            1000);

    @Test
    void everyAccountsBooksSayWhatCameAndWhereItWent() {
        assertThat(TRAIL.books(A.key(), ClaimBooks.reported(Money.ofFen(1000))))
                .isEqualTo(ClaimBooks.reported(Money.ofFen(1000)).traced(fen(0), fen(600), fen(150), fen(50), fen(0)));
        assertThat(TRAIL.books(B.key(), ClaimBooks.NONE))
                .isEqualTo(ClaimBooks.NONE.traced(fen(600), fen(400), fen(0), fen(0), fen(0)));
        assertThat(TRAIL.books(C.key(), ClaimBooks.NONE))
                .isEqualTo(ClaimBooks.NONE.traced(fen(400), fen(0), fen(0), fen(0), fen(0)));
    }

    @Test
    void moneyThatComesBackToTheVictimIsRestoredAndGoesNoFurther() {
        MoneyTrail rebate = over(List.of(paid(A, "1", 60, 300, V), paid(V, "2", 120, 300, B)), List.of(), 1000);

        assertThat(rebate.books(A.key(), ClaimBooks.NONE))
                .isEqualTo(ClaimBooks.reported(Money.ofFen(1000)).traced(fen(0), fen(0), fen(0), fen(0), fen(300)));
        assertThat(rebate.into(V.key())).isEmpty();
        assertThat(rebate.into(B.key())).isEmpty();
    }

    @Test
    void rebateThatIsLargerThanTheLossRestoresTheLoss() {
        MoneyTrail rebate = over(List.of(paid(A, "1", 60, 5000, V)), List.of(), 1000);

        assertThat(rebate.books(A.key(), ClaimBooks.NONE).restored()).isEqualTo(fen(1000));
    }

    @Test
    void rebateBeforeTheLossRestoresNothing() {
        MoneyTrail rebate = over(List.of(paid(A, "1", -60, 300, V)), List.of(), 1000);

        assertThat(rebate.books(A.key(), ClaimBooks.NONE).restored()).isEqualTo(fen(0));
    }

    @Test
    void levelOfAnAccountIsTheFewestTransfersFromAVictim() {
        assertThat(TRAIL.levelOf(B.key())).contains(2);
        assertThat(TRAIL.levelOf(C.key())).contains(3);
        assertThat(over(
                                List.of(paid(A, "1", 60, 100, B), paid(B, "2", 120, 100, C), paid(A, "3", 180, 100, C)),
                                List.of(),
                                1000)
                        .levelOf(C.key()))
                .contains(2);
    }

    @Test
    void accountThatNoTaintedMoneyReachedHasNoLevel() {
        MoneyTrail clean = over(List.of(paid(A, "1", -60, 600, B)), List.of(), 1000);

        assertThat(clean.levelOf(B.key())).isEmpty();
        assertThat(clean.into(B.key())).isEmpty();
        assertThat(clean.traced()).extracting(Traced::tainted).containsExactly(fen(0));
    }

    @Test
    void inflowFromOutsideThePictureCarriesWhatIsKnownOfItAndIsNotTracedAgain() {
        Flow known = flow(A, "9", 0, 800, Optional.of(B), OutflowKind.TRANSFER, 500, 2);
        MoneyTrail trail = over(List.of(paid(B, "4", 60, 400, C)), List.of(known), 0);

        assertThat(trail.into(B.key())).extracting(Traced::tainted).containsExactly(fen(500));
        assertThat(trail.levelOf(B.key())).contains(2);
        assertThat(trail.levelOf(C.key())).contains(3);
        assertThat(trail.traced()).extracting(one -> one.flow().serial()).containsExactly("4");
    }

    @Test
    void bookingIsNewsWhenItsTaintOrItsLevelIsAnotherThanBefore() {
        Flow known = flow(A, "1", 60, 600, Optional.of(B), OutflowKind.TRANSFER, 600, 2);

        assertThat(new Traced(known, fen(600), 2).isChanged()).isFalse();
        assertThat(new Traced(known, fen(599), 2).isChanged()).isTrue();
        assertThat(new Traced(known, fen(600), 3).isChanged()).isTrue();
    }

    @Test
    void twoBookingsUnderOneSerialAreBothCountedInTheOrderOfTheirOrdinals() {
        Flow second = under(paid(A, "1", 60, 600, C), 2, false);
        MoneyTrail trail = over(List.of(second, under(paid(A, "1", 60, 600, B), 1, false)), List.of(), 1000);

        assertThat(trail.books(B.key(), ClaimBooks.NONE).received()).isEqualTo(fen(600));
        assertThat(trail.books(C.key(), ClaimBooks.NONE).received()).isEqualTo(fen(400));
    }

    @Test
    void replacedBookingCarriesNothingAndIsCleared() {
        Flow replaced = under(flow(A, "1", 60, 600, Optional.of(B), OutflowKind.TRANSFER, 600, 2), 1, true);
        MoneyTrail trail = over(List.of(replaced, paid(A, "2", 70, 600, B)), List.of(), 1000);

        assertThat(trail.books(B.key(), ClaimBooks.NONE).received()).isEqualTo(fen(600));
        assertThat(trail.books(A.key(), ClaimBooks.reported(fen(1000))).onward())
                .isEqualTo(fen(600));
        assertThat(trail.traced()).filteredOn(Traced::isChanged).contains(new Traced(replaced, fen(0), 0));
    }

    @Test
    void pictureIsSettledWhenNoClaimIsDue() {
        assertThat(picture(List.of(), List.of(), 0, List.of()).isSettled()).isTrue();
        assertThat(picture(List.of(), List.of(), 0, List.of(node(false))).isSettled())
                .isTrue();
        assertThat(picture(List.of(), List.of(), 0, List.of(node(false), node(true)))
                        .isSettled())
                .isFalse();
    }

    private static Node node(boolean due) {
        Claim claim =
                new Claim(A, 1, ClaimBooks.NONE, NotFollowed.NONE, NOON, 1, due, Optional.empty(), Optional.empty());
        return new Node(A.key(), Optional.of(claim), Optional.empty(), false, false, Optional.empty(), false);
    }

    private static MoneyTrail over(List<Flow> outflows, List<Flow> inflows, long reportedFen) {
        return MoneyTrail.over(picture(outflows, inflows, reportedFen, List.of()), TOLERANCE);
    }

    private static CaseGraph picture(List<Flow> outflows, List<Flow> inflows, long reportedFen, List<Node> nodes) {
        List<ReportedPayment> reported = reportedFen == 0
                ? List.of()
                : List.of(new ReportedPayment(
                        V.key(),
                        A,
                        new Reported(
                                new TransferId(new UUID(2, 2)),
                                A.key(),
                                reportedFen,
                                Optional.of(NOON.plus(TOLERANCE)),
                                "V"),
                        false));
        return new CaseGraph(
                new CaseOrigin(CASE, "FAKE_LOAN", "desk", "badge"),
                new VictimSide(new CaseParties(
                        "",
                        List.of(new TransferParties(new TransferId(new UUID(2, 2)), V, A, NOON, false)),
                        List.of())),
                Optional.empty(),
                0,
                0,
                nodes,
                outflows,
                inflows,
                reported,
                List.of(),
                List.of());
    }

    private static Flow under(Flow flow, int ordinal, boolean replaced) {
        return new Flow(
                flow.payer(),
                flow.serial(),
                ordinal,
                flow.kind(),
                flow.amount(),
                flow.bookedAt(),
                flow.sequence(),
                flow.payee(),
                replaced,
                flow.taintedBefore(),
                flow.levelBefore());
    }

    private static Flow paid(AccountRef from, String serial, long second, long fen, AccountRef to) {
        return flow(from, serial, second, fen, Optional.of(to), OutflowKind.TRANSFER, 0, 0);
    }

    private static Flow spent(AccountRef from, String serial, long second, long fen, OutflowKind kind) {
        return flow(from, serial, second, fen, Optional.empty(), kind, 0, 0);
    }

    private static Flow flow(
            AccountRef from,
            String serial,
            long second,
            long fen,
            Optional<AccountRef> to,
            OutflowKind kind,
            long taintedBefore,
            int levelBefore) {
        return new Flow(
                from,
                serial,
                1,
                kind,
                fen(fen),
                NOON.plusSeconds(second),
                0,
                to,
                false,
                fen(taintedBefore),
                levelBefore);
    }

    private static AccountRef account(String number) {
        return new AccountRef("102100099996", number, "", AccountKind.BANK_PERSONAL);
    }

    private static Money fen(long fen) {
        return Money.ofFen(fen);
    }
}
