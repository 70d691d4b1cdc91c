package org.stoppayment.recovery.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.stoppayment.proto.recovery.v1.RecoveryDimension.RECOVERY_DIMENSION_AGE;
import static org.stoppayment.proto.recovery.v1.RecoveryDimension.RECOVERY_DIMENSION_FRAUD_TYPE;
import static org.stoppayment.proto.recovery.v1.RecoveryDimension.RECOVERY_DIMENSION_INSTITUTION;
import static org.stoppayment.proto.recovery.v1.RecoveryDimension.RECOVERY_DIMENSION_LEVEL;
import static org.stoppayment.proto.recovery.v1.RecoveryDimension.RECOVERY_DIMENSION_MONTH;
import static org.stoppayment.proto.recovery.v1.RecoveryDimension.RECOVERY_DIMENSION_STATION;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.WALLET;
import static org.stoppayment.recovery.testkit.Moves.held;
import static org.stoppayment.recovery.testkit.Moves.lapsed;
import static org.stoppayment.recovery.testkit.Moves.lifted;
import static org.stoppayment.recovery.testkit.Moves.move;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;
import static org.stoppayment.recovery.testkit.Moves.traced;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.recovery.v1.CaseAge;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresResponse;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.RecoveryFigures;
import org.stoppayment.proto.recovery.v1.RecoveryGroup;

/** What was reported, stopped and returned is added up by group, and agrees with the books. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class RecoveryFiguresTest extends ReportFixture {

    @Test
    void stoppedMoneyIsAllThatWasHeldAtSomeTime() {
        called(1, "城南", reported(CARD, 1_000), held(CARD, 900), frozen(600), lifted(CARD, 100), refunded(450));
        called(2, "城南", reported(CARD, 300), held(CARD, 300), lapsed(CARD, 300));

        RecoveryFigures total = figures().getTotal();

        assertThat(total.getCases()).isEqualTo(2);
        assertThat(total.getPositions())
                .isEqualTo(Positions.newBuilder()
                        .setReportedFen(1_300)
                        .setHeldFen(200)
                        .setFrozenFen(150)
                        .setReturnedFen(450)
                        .setLapsedFen(300)
                        .setLiftedFen(100)
                        .setUnknownFen(100)
                        .build());
        assertThat(total.getStoppedFen()).isEqualTo(1_200);
        assertThat(total.getEverFrozenFen()).isEqualTo(600);
        assertThat(total.getReturnRateBasisPoints()).isEqualTo(3_750);
    }

    @Test
    void freezeThatWasLiftedOrLapsedCountsAsFrozenAtSomeTime() {
        called(
                1,
                "城南",
                reported(CARD, 1_000),
                held(CARD, 900),
                frozen(900),
                move(
                        CARD,
                        FundsMovementCause.FUNDS_MOVEMENT_CAUSE_FREEZE_LIFTED,
                        FundsPosition.FUNDS_POSITION_FROZEN,
                        FundsPosition.FUNDS_POSITION_LIFTED,
                        400),
                move(
                        CARD,
                        FundsMovementCause.FUNDS_MOVEMENT_CAUSE_FREEZE_LAPSED,
                        FundsPosition.FUNDS_POSITION_FROZEN,
                        FundsPosition.FUNDS_POSITION_LAPSED,
                        100));

        assertThat(figures().getTotal().getEverFrozenFen()).isEqualTo(900);
        assertThat(figures().getTotal().getStoppedFen()).isEqualTo(900);
    }

    @Test
    void moneyThatIsFrozenTwiceCountsWithEachFreeze() {
        called(
                1,
                "城南",
                reported(CARD, 100),
                held(CARD, 100),
                frozen(100),
                move(
                        CARD,
                        FundsMovementCause.FUNDS_MOVEMENT_CAUSE_FREEZE_LAPSED,
                        FundsPosition.FUNDS_POSITION_FROZEN,
                        FundsPosition.FUNDS_POSITION_LAPSED,
                        100),
                move(
                        CARD,
                        FundsMovementCause.FUNDS_MOVEMENT_CAUSE_STOP_IN_EFFECT,
                        FundsPosition.FUNDS_POSITION_LAPSED,
                        FundsPosition.FUNDS_POSITION_HELD,
                        100),
                frozen(100));

        assertThat(figures().getTotal().getEverFrozenFen()).isEqualTo(200);
        assertThat(figures().getTotal().getStoppedFen()).isEqualTo(100);
    }

    @Test
    void groupsAddUpToTheTotalAndTheTotalToTheBooksOfTheCases() {
        List<String> cases = List.of(
                called(3, "城南", reported(CARD, 1_000), held(CARD, 700), frozen(600)),
                called(40, "城北", reported(CARD, 500), onward(CARD, 400), received(WALLET, 400), held(WALLET, 150)),
                called(80, "城北", reported(WALLET, 250), traced(WALLET, unknown(), cash(), 250)));

        GetRecoveryFiguresResponse answer = figures(
                RECOVERY_DIMENSION_STATION,
                RECOVERY_DIMENSION_MONTH,
                RECOVERY_DIMENSION_INSTITUTION,
                RECOVERY_DIMENSION_LEVEL);

        List<ToLongFunction<Positions>> positions = List.of(
                Positions::getReportedFen,
                Positions::getHeldFen,
                Positions::getFrozenFen,
                Positions::getUnknownFen,
                Positions::getOnwardFen,
                Positions::getCashFen,
                Positions::getReturnedFen);
        assertThat(positions).allSatisfy(position -> {
            long total = position.applyAsLong(answer.getTotal().getPositions());
            assertThat(answer.getRowsList().stream()
                            .mapToLong(
                                    row -> position.applyAsLong(row.getFigures().getPositions()))
                            .sum())
                    .isEqualTo(total);
            assertThat(cases.stream()
                            .mapToLong(id ->
                                    position.applyAsLong(client.recovery(id).getTotal()))
                            .sum())
                    .isEqualTo(total);
        });
        assertThat(answer.getRowsList())
                .extracting(
                        RecoveryGroup::getStation,
                        row -> row.getMonth().substring(5),
                        RecoveryGroup::getInstitutionCode,
                        row -> row.getFigures().getCases())
                .containsExactly(
                        tuple("城南", "01", CARD.getInstitutionCode(), 1L),
                        tuple("城北", "02", CARD.getInstitutionCode(), 1L),
                        tuple("城北", "02", WALLET.getInstitutionCode(), 1L),
                        tuple("城北", "03", WALLET.getInstitutionCode(), 1L));
        assertThat(answer.getTotal().getCases()).isEqualTo(3);
        assertThat(answer.getIncomplete()).isFalse();
    }

    @Test
    void callBelongsToItsDayInShanghai() {
        called(start.plus(Duration.ofDays(31)).minus(Duration.ofHours(1)), "城南", reported(CARD, 100)); // 07:00 there

        assertThat(figures(RECOVERY_DIMENSION_MONTH, RECOVERY_DIMENSION_FRAUD_TYPE)
                        .getRowsList())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getMonth()).endsWith("-02");
                    assertThat(row.getFraudType()).isEqualTo(FraudType.FRAUD_TYPE_FAKE_LOAN);
                });
    }

    @Test
    void caseWithoutMoneyCountsAsACase() {
        called(1, "城南");

        GetRecoveryFiguresResponse answer = figures(RECOVERY_DIMENSION_INSTITUTION, RECOVERY_DIMENSION_LEVEL);

        assertThat(answer.getTotal().getCases()).isOne();
        assertThat(answer.getRowsList()).singleElement().satisfies(row -> {
            assertThat(row.getInstitutionCode()).isEmpty();
            assertThat(row.getFigures().getCases()).isOne();
        });
    }

    @Test
    void ageIsTheTimeSinceTheCallInCalendarMonths() {
        String station = "station-" + newId();
        Instant now = SystemTime.SOURCE.instant();
        called(now.minus(Duration.ofDays(20)), station);
        called(now.minus(Duration.ofDays(70)), station);
        called(now.minus(Duration.ofDays(500)), station);

        assertThat(figures(request(RECOVERY_DIMENSION_STATION, RECOVERY_DIMENSION_AGE)
                                .setFrom(timestamp(now.minus(Duration.ofDays(900))))
                                .setUntil(timestamp(now)))
                        .getRowsList())
                .filteredOn(row -> row.getStation().equals(station))
                .extracting(RecoveryGroup::getAge)
                .containsExactly(
                        CaseAge.CASE_AGE_UNDER_1_MONTH,
                        CaseAge.CASE_AGE_FROM_1_TO_3_MONTHS,
                        CaseAge.CASE_AGE_OVER_12_MONTHS);
    }

    @Test
    void paymentsCountOnceWhateverTheirSumFromTheCallOfTheirVictim() throws SQLException {
        String freezing = called(100, "城南", reported(CARD, 100));
        String other = called(10, "城北");
        for (int day = 1; day <= 19; day++) {
            paid(freezing, freezing, start.plus(Duration.ofDays(100L + day)), 1_000_000, 0);
        }
        paid(freezing, other, start.plus(Duration.ofDays(210)), 1, 0);
        paid(freezing, freezing, start.plus(Duration.ofDays(300)), 500, 500); // came back

        RecoveryFigures total = figures().getTotal();

        assertThat(total.getPayments()).isEqualTo(20);
        assertThat(total.getDaysToReturnP50()).isEqualTo(10);
        assertThat(total.getDaysToReturnP95()).isEqualTo(19);
        assertThat(figures(RECOVERY_DIMENSION_INSTITUTION).getRowsList().stream()
                        .mapToLong(row -> row.getFigures().getPayments())
                        .sum())
                .as("of accounts without entries as well")
                .isEqualTo(20);
        assertThat(figures(RECOVERY_DIMENSION_STATION).getRowsList())
                .extracting(RecoveryGroup::getStation, row -> row.getFigures().getPayments())
                .as("with the case whose freeze paid")
                .containsExactly(tuple("城北", 0L), tuple("城南", 20L));
    }

    @Test
    void periodWithoutCasesHasATotalOfNothing() {
        GetRecoveryFiguresResponse answer = figures(RECOVERY_DIMENSION_MONTH);

        assertThat(answer.getRowsList()).isEmpty();
        assertThat(answer.getTotal())
                .isEqualTo(RecoveryFigures.newBuilder()
                        .setPositions(Positions.getDefaultInstance())
                        .build());
        assertThat(answer.getTotal().hasReturnRateBasisPoints()).isFalse();
        assertThat(answer.getTotal().hasDaysToReturnP50()).isFalse();
    }

    private static FundsMovement frozen(long fen) {
        return move(
                CARD,
                FundsMovementCause.FUNDS_MOVEMENT_CAUSE_FREEZE_IN_EFFECT,
                FundsPosition.FUNDS_POSITION_HELD,
                FundsPosition.FUNDS_POSITION_FROZEN,
                fen);
    }

    private static FundsMovement refunded(long fen) {
        return move(
                CARD,
                FundsMovementCause.FUNDS_MOVEMENT_CAUSE_REFUNDED,
                FundsPosition.FUNDS_POSITION_FROZEN,
                FundsPosition.FUNDS_POSITION_RETURNED,
                fen);
    }

    private static FundsMovement onward(Account account, long fen) {
        return traced(account, unknown(), FundsPosition.FUNDS_POSITION_ONWARD, fen);
    }

    private static FundsMovement received(Account account, long fen) {
        return traced(account, FundsPosition.FUNDS_POSITION_ONWARD, unknown(), fen);
    }

    private static FundsPosition unknown() {
        return FundsPosition.FUNDS_POSITION_UNKNOWN;
    }

    private static FundsPosition cash() {
        return FundsPosition.FUNDS_POSITION_CASH;
    }
}
