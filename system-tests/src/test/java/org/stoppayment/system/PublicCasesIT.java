package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.cases.CaseOutcome;
import org.stoppayment.cli.cases.CaseRun;
import org.stoppayment.cli.cases.Comparison;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.proto.freeze.v1.GetTraceRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.PublicCase;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** The public cases, each from the call to the books. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class PublicCasesIT {

    private final RunningSuite running;
    private final CaseRun run;

    PublicCasesIT(RunningSuite running) {
        this.running = running;
        this.run = new CaseRun(running.clients(), running.simulator(), InstantSource.system(), RunningSuite.TIMEOUT);
    }

    @BeforeEach
    void allBanksBehave() {
        running.banks().behave();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shanghai-corporate-4m",
                "zhangzhou-loan-140k",
                "fuzhou-credit-228k",
                "suzhou-own-card-50k",
                "nanjing-rebate-10k",
                "chengdu-second-card-50k",
                "hefei-one-serial-88k",
                "ningbo-ten-levels-6m"
            })
    void theCaseEndsAsItShould(String name) {
        PublicCase told = PublicCase.of(name);

        CaseOutcome outcome = run.play(told.report(), told.world());

        assertThat(outcome.unsettled()).isEmpty();
        assertThat(Comparison.of(told.expected(), outcome.progress())).isEmpty();
        Trace trace = running.clients()
                .tracing()
                .getTrace(
                        GetTraceRequest.newBuilder().setCaseId(outcome.caseId()).build())
                .getTrace();
        assertThat(trace.getConserved()).isTrue();
        assertThat(trace.getSettled()).isTrue();
        assertThat(trace.getTotal().getHeldFen()).isEqualTo(outcome.progress().getTaintedHeldFen());
        Map<String, Integer> effects = outcome.arrivals().stream()
                .collect(Collectors.toMap(SimulatedOrder::applicationId, SimulatedOrder::effects));
        assertThat(outcome.progress().getOrdersList()).isNotEmpty().allSatisfy(order -> assertThat(
                        effects.getOrDefault(order.getApplicationId(), 0))
                .as("effects at the institution of an order that is %s", order.getState())
                .isEqualTo(order.getState() == StopOrderState.STOP_ORDER_STATE_IN_EFFECT ? 1 : 0));
    }

    @Test
    void aReplayedReportGetsTheFirstAnswerAndNoSecondOrder() {
        PublicCase told = PublicCase.of("zhangzhou-loan-140k");
        CaseOutcome first = run.play(told.report(), told.world());

        CaseOutcome again = run.play(told.report(), told.world());

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
        ReportFraudRequest report = Reports.of(Reports.paid(SimulatedBanks.ICBC, 100));
        String caseId = running.desk().report(report);
        ReportFraudRequest other = Reports.of(Reports.paid(SimulatedBanks.ICBC, 200)).toBuilder()
                .setRequestId(report.getRequestId())
                .build();

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> running.desk().report(other))
                .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION));

        assertThat(running.desk().awaitBooked(caseId).getOrdersList()).hasSize(1);
        assertThat(running.banks().ordersOn(other.getTransfers(0).getPayee().getNumber()))
                .isEmpty();
    }
}
