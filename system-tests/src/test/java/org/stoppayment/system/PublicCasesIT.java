package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.cases.CaseOutcome;
import org.stoppayment.cli.cases.CaseRun;
import org.stoppayment.cli.cases.Comparison;
import org.stoppayment.cli.cases.Expected;
import org.stoppayment.cli.cases.ProtoFile;
import org.stoppayment.cli.cases.World;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.cli.suite.Home;
import org.stoppayment.proto.freeze.v1.GetTraceRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** The five public cases, each from the call to the books. */
@ExtendWith({SharedHouse.class, TellLogs.class})
class PublicCasesIT {

    private static final Path CASES = Home.find(Path.of("")).resolve("cases");

    private final House house;
    private final CaseRun run;

    PublicCasesIT(House house) {
        this.house = house;
        this.run = new CaseRun(house.clients(), house.simulator(), InstantSource.system(), House.PATIENCE);
    }

    @BeforeEach
    void allBanksBehave() {
        house.banks().behave();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shanghai-corporate-4m",
                "zhangzhou-loan-140k",
                "fuzhou-credit-228k",
                "suzhou-own-card-50k",
                "ningbo-ten-levels-6m"
            })
    void theCaseEndsAsItShould(String name) {
        CaseOutcome outcome = run.play(report(name), World.read(CASES.resolve(name + ".world.json")));

        assertThat(outcome.unsettled()).isEmpty();
        Expected expected = Expected.read(CASES.resolve(name + ".expected.json"));
        assertThat(Comparison.of(expected, outcome.progress())).isEmpty();
        Trace trace = house.clients()
                .tracing()
                .getTrace(
                        GetTraceRequest.newBuilder().setCaseId(outcome.caseId()).build())
                .getTrace();
        assertThat(trace.getConserved()).isTrue();
        assertThat(trace.getSettled()).isTrue();
        assertThat(trace.getTotal().getHeldFen()).isEqualTo(outcome.progress().getTaintedHeldFen());
        assertThat(outcome.arrivals()).isNotEmpty().allSatisfy(order -> assertThat(order.effects())
                .isLessThanOrEqualTo(1));
    }

    @Test
    void aReplayedReportGetsTheFirstAnswerAndNoSecondOrder() {
        String name = "zhangzhou-loan-140k";
        World world = World.read(CASES.resolve(name + ".world.json"));
        CaseOutcome first = run.play(report(name), world);

        CaseOutcome again = run.play(report(name), world);

        assertThat(again.replayed()).isTrue();
        assertThat(again.caseId()).isEqualTo(first.caseId());
        assertThat(again.progress().getOrdersList())
                .extracting(StopOrder::getApplicationId)
                .containsExactlyElementsOf(first.progress().getOrdersList().stream()
                        .map(StopOrder::getApplicationId)
                        .toList());
        assertThat(again.arrivals()).extracting(SimulatedOrder::effects).containsOnly(1);
        assertThat(again.recovery()).isEqualTo(first.recovery());
    }

    @Test
    void theSameRequestIdWithOtherContentIsRefusedAndLeavesNothingBehind() {
        ReportFraudRequest report = Reports.of(Reports.paid(Banks.ICBC, 100));
        String caseId = house.desk().report(report);
        ReportFraudRequest other = Reports.of(Reports.paid(Banks.ICBC, 200)).toBuilder()
                .setRequestId(report.getRequestId())
                .build();

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> house.desk().report(other))
                .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION));

        assertThat(house.desk().awaitBooked(caseId).getOrdersList()).hasSize(1);
        assertThat(house.banks().ordersOn(other.getTransfers(0).getPayee().getNumber()))
                .isEmpty();
    }

    private static ReportFraudRequest report(String name) {
        return ProtoFile.read(
                        CASES, name + ".report.json", InputStream.nullInputStream(), ReportFraudRequest.newBuilder())
                .build();
    }
}
