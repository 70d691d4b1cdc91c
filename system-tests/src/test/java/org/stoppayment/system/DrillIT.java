package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.client.SimulatedInstitution;
import org.stoppayment.cli.drill.accounting.LossCause;
import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.drill.html.HtmlReport;
import org.stoppayment.cli.drill.plan.DrillOptions;
import org.stoppayment.cli.drill.plan.DurationRange;
import org.stoppayment.cli.drill.plan.FaultRates;
import org.stoppayment.cli.drill.plan.LevelRange;
import org.stoppayment.cli.drill.plan.Rate;
import org.stoppayment.cli.drill.run.DrillRun;
import org.stoppayment.cli.drill.run.SettledRing;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.suite.Home;
import org.stoppayment.cli.suite.Registry;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;

/** A small drill against the running suite. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class DrillIT {

    private static final DrillOptions FIVE_CASES = new DrillOptions(
            5,
            Rate.parse("5"),
            DurationRange.parse("1s..3s"),
            DurationRange.parse("5ms..40ms"),
            DurationRange.parse("500ms..2s"),
            LevelRange.parse("1..3"),
            FaultRates.parse("none"),
            20_260_301);

    private final RunningSuite running;
    private final List<String> said = new ArrayList<>();

    DrillIT(RunningSuite running) {
        this.running = running;
    }

    @Test
    void aDrillIsAccountedForToTheFenAndLeavesTheInstitutionsAsTheyWere() {
        running.banks().behave();
        List<SimulatedInstitution> before = running.simulator().institutions();

        DrillReport report = drill().run(FIVE_CASES);

        assertThat(report.cases().sent()).isEqualTo(5);
        assertThat(report.cases().accepted()).isEqualTo(5);
        assertThat(report.cases().over()).as("cases over").isEqualTo(5);
        DrillReport.Money money = report.money();
        assertThat(money.stoppedFen()).isPositive().isEqualTo(money.suiteSaysHeldFen());
        assertThat(money.stoppedFen() + money.cashFen() + money.merchantFen() + money.stillThereFen())
                .isEqualTo(money.reportedFen());
        assertThat(report.losses().stream().mapToLong(DrillReport.Loss::sumFen).sum())
                .isEqualTo(money.reportedFen() - money.stoppedFen());
        assertThat(report.losses())
                .extracting(DrillReport.Loss::cause)
                .doesNotContain(LossCause.OTHER, LossCause.MISMATCH);
        assertThat(report.levels()).allSatisfy(level -> assertThat(level.receivedFen())
                .isEqualTo(level.onwardFen()
                        + level.stoppedFen()
                        + level.goneBeforeCallFen()
                        + level.cashFen()
                        + level.merchantFen()
                        + level.stillThereFen()));
        assertThat(report.levels().get(0).stops()).isPositive();
        assertThat(said).last().asString().contains("sent 5 of 5  over 5");
        assertThat(HtmlReport.of(report)).contains("止付演练报告");
        assertThat(running.simulator().institutions()).isEqualTo(before);

        assertThatExceptionOfType(CliException.class)
                .as("the same rings once more")
                .isThrownBy(() -> drill().run(FIVE_CASES))
                .withMessageContaining("--seed: 20260301: these rings were drilled here before")
                .extracting(CliException::exitCode)
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void victimsOfOneRingAreAllReportedAndItsMoneyIsCountedOnce() {
        running.banks().behave();
        DrillOptions shared = new DrillOptions(
                FIVE_CASES.cases(),
                FIVE_CASES.rate(),
                FIVE_CASES.muleDelay(),
                FIVE_CASES.bankDelay(),
                FIVE_CASES.callAfter(),
                FIVE_CASES.levels(),
                FIVE_CASES.faults(),
                20_260_302,
                true);
        List<SettledRing> settled = new ArrayList<>();

        DrillReport report = drill().run(shared, settled::add);

        assertThat(report.cases().sent()).isEqualTo(5);
        assertThat(report.cases().over()).as("cases over").isEqualTo(5);
        assertThat(settled).hasSizeLessThan(5).allMatch(ring -> ring.ring().victims() > 1);
        assertThat(settled.stream().flatMap(ring -> ring.caseIds().stream()))
                .hasSize(5)
                .doesNotHaveDuplicates();
        DrillReport.Money money = report.money();
        assertThat(money.stoppedFen()).isPositive();
        assertThat(money.stoppedFen() + money.cashFen() + money.merchantFen() + money.stillThereFen())
                .isEqualTo(money.reportedFen());
    }

    private DrillRun drill() {
        return new DrillRun(
                running.clients(),
                running.simulator(),
                InstantSource.system(),
                Registry.of(Home.find(Path.of(""))).institutions(),
                running.suite().rules(),
                said::add);
    }
}
