package org.stoppayment.cli.drill.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.drill.accounting.CaseResult;
import org.stoppayment.cli.drill.accounting.CaseResultBuilder;
import org.stoppayment.cli.drill.accounting.LossCause;
import org.stoppayment.cli.drill.html.HtmlReport;
import org.stoppayment.cli.drill.plan.DrillOptions;
import org.stoppayment.cli.drill.plan.DurationRange;
import org.stoppayment.cli.drill.plan.FaultRates;
import org.stoppayment.cli.drill.plan.LevelRange;
import org.stoppayment.cli.drill.plan.Rate;

class ReportCalculatorTest {

    private static final DrillOptions OPTIONS = new DrillOptions(
            2,
            Rate.parse("5"),
            DurationRange.parse("1s..60s"),
            DurationRange.parse("1ms"),
            DurationRange.parse("1s"),
            LevelRange.parse("2"),
            FaultRates.parse("none"),
            7);

    /** Quick: 1000.00 reported, 200.00 in cash before the call, 500.00 stopped, 299.00 in cash after it, 1.00 still there. */
    private static final CaseResult QUICK = new CaseResultBuilder()
            .pace(3_000)
            .paid("a", 100_000)
            .cash("a", 20_000, -100)
            .onward("a", "b", 30_000, 1_000)
            .cash("b", 29_900, 4_000)
            .stopped("a", 100, 2_000, 2_100)
            .suiteHolds(50_000)
            .result();

    /** Slow: 2000.00 reported, 1500.00 stopped on level 2, 500.00 spent before the call. */
    private static final CaseResult SLOW = new CaseResultBuilder()
            .pace(60_000)
            .paid("x", 200_000)
            .goods("x", 50_000, -10)
            .onward("x", "y", 150_000, -5)
            .stopped("x", 50, 1_000, 1_100)
            .stopped("y", 1_200, 1_300, 1_400)
            .suiteHolds(150_000)
            .result();

    private static final DrillReport REPORT = ReportCalculator.of(
            OPTIONS,
            CaseResultBuilder.RULES,
            List.of(QUICK, SLOW),
            CaseResultBuilder.CALL,
            CaseResultBuilder.CALL.plusSeconds(90),
            12);

    @Test
    void totalMoneyIsCounted() {
        assertThat(REPORT.money())
                .isEqualTo(new DrillReport.Money(
                        300_000,
                        70_000,
                        230_000,
                        200_000,
                        new BigDecimal("86.95"),
                        new BigDecimal("66.66"),
                        49_900,
                        50_000,
                        100,
                        200_000));
        assertThat(REPORT.seconds()).isEqualTo(90);
        assertThat(REPORT.cases()).isEqualTo(new DrillReport.Cases(2, 2, 2, 40L, 40L, 12));
    }

    @Test
    void theMoneyIsCountedByLevel() {
        assertThat(REPORT.levels())
                .containsExactly(
                        new DrillReport.Level(
                                1,
                                2,
                                2,
                                300_000,
                                180_000,
                                50_000,
                                70_000,
                                0,
                                0,
                                0,
                                new BigDecimal("100.00"),
                                1_000L,
                                2_000L,
                                2_000L),
                        new DrillReport.Level(
                                2,
                                2,
                                1,
                                180_000,
                                0,
                                150_000,
                                0,
                                29_900,
                                0,
                                100,
                                new BigDecimal("83.33"),
                                1_300L,
                                1_300L,
                                1_300L));
    }

    @Test
    void theMoneyIsCountedByHowLongMulesKeepIt() {
        assertThat(REPORT.muleDelays())
                .containsExactly(
                        new DrillReport.MuleDelay(2_000, 5_000L, 1, 100_000, 80_000, 50_000, new BigDecimal("62.50")),
                        new DrillReport.MuleDelay(
                                60_000, 120_000L, 1, 200_000, 150_000, 150_000, new BigDecimal("100.00")));
        assertThat(REPORT.muleDelays())
                .extracting(DrillReport.MuleDelay::label)
                .containsExactly("2 .. 5 s", "60 .. 120 s");
    }

    @Test
    void lossesSumToTheMoneyNotStopped() {
        assertThat(REPORT.losses())
                .containsExactly(
                        new DrillReport.Loss(LossCause.BEFORE_CALL, 20_000, 50_000, 0, 70_000),
                        new DrillReport.Loss(LossCause.NOT_TRACED, 29_900, 0, 100, 30_000));
        assertThat(REPORT.losses().stream().mapToLong(DrillReport.Loss::sumFen).sum())
                .isEqualTo(REPORT.money().reportedFen() - REPORT.money().stoppedFen());
    }

    @Test
    void raceIsTheSumOfTheCasesFromTheCall() {
        assertThat(REPORT.race())
                .extracting(DrillReport.Moment::millis, DrillReport.Moment::stoppedFen, DrillReport.Moment::goneFen)
                .containsExactly(
                        tuple(0L, 0L, 0L),
                        tuple(1_300L, 150_000L, 0L),
                        tuple(2_000L, 200_000L, 0L),
                        tuple(4_000L, 200_000L, 29_900L));
    }

    @Test
    void caseIsNotOverWhileMoneyCanMove() {
        CaseResult running =
                new CaseResultBuilder().paid("a", 10).stillToCome("a").result();

        DrillReport report = ReportCalculator.of(
                OPTIONS, CaseResultBuilder.RULES, List.of(running), CaseResultBuilder.CALL, CaseResultBuilder.CALL, 0);

        assertThat(report.cases().over()).isZero();
        assertThat(report.money().stoppedOfStoppablePercent()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void drillWithoutCasesHasAnEmptyReport() {
        DrillReport report = ReportCalculator.of(
                OPTIONS, CaseResultBuilder.RULES, List.of(), CaseResultBuilder.CALL, CaseResultBuilder.CALL, 0);

        assertThat(report.money().stoppedOfStoppablePercent()).isNull();
        assertThat(report.cases()).isEqualTo(new DrillReport.Cases(0, 0, 0, null, null, 0));
        assertThat(HtmlReport.of(report)).contains("<td>-</td>");
    }
}
