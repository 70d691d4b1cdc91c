package org.stoppayment.system.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoppayment.cli.cases.Books;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.TransferCorrection;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;

/** The 110 desk: reports, and looks at what became of it. */
public final class DispatchDesk {

    /** The officer who decides about orders. */
    public static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("110")
            .setBadgeNumber("100234")
            .build();

    private static final Duration OFTEN = Duration.ofMillis(50);

    private final ServiceClients clients;

    public DispatchDesk(ServiceClients clients) {
        this.clients = clients;
    }

    /** Reports, and answers the case's id. */
    public String report(ReportFraudRequest report) {
        return clients.intake().reportFraud(report).getCaseId();
    }

    /** Sends a report, again and again while the service is away, and always the same. */
    public ReportFraudResponse insistOn(ReportFraudRequest report) {
        return insist(() -> clients.intake().reportFraud(report));
    }

    /** Makes a call until it is answered. Only an answer that says "later" is worth another try. */
    public static <T> T insist(Supplier<T> call) {
        return await().atMost(RunningSuite.TIMEOUT)
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .until(() -> attempt(call), Optional::isPresent)
                .orElseThrow();
    }

    private static <T> Optional<T> attempt(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (StatusRuntimeException e) {
            Status.Code code = e.getStatus().getCode();
            if (code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Corrects a transfer of a case. */
    public void correct(String caseId, String transferId, Transfer corrected) {
        clients.intake()
                .supplementCase(SupplementCaseRequest.newBuilder()
                        .setRequestId(Reports.newId())
                        .setCaseId(caseId)
                        .addCorrections(TransferCorrection.newBuilder()
                                .setTransferId(transferId)
                                .setCorrected(corrected))
                        .build());
    }

    /** Ends the claim of the order's case on its account. */
    public LiftStopResponse lift(StopOrder order) {
        return clients.freeze()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(OFFICER)
                        .setApplicationId(order.getApplicationId())
                        .setReason("unrelated to the case")
                        .setReference("decision 3")
                        .build());
    }

    /** Alerts about the case that nobody works on yet. */
    public List<Alert> alerts(String caseId) {
        return clients.freeze()
                .listAlerts(ListAlertsRequest.newBuilder().setCaseId(caseId).build())
                .getAlertsList();
    }

    /** The case as intake shows it. */
    public GetCaseResponse getCase(String caseId) {
        return clients.intake()
                .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
    }

    /** Where the case's orders stand. */
    public CaseProgress progress(String caseId) {
        return clients.freeze()
                .getCaseProgress(
                        GetCaseProgressRequest.newBuilder().setCaseId(caseId).build())
                .getProgress();
    }

    /** The order. */
    public StopOrder order(String applicationId) {
        return clients.freeze()
                .getStopOrder(GetStopOrderRequest.newBuilder()
                        .setApplicationId(applicationId)
                        .build())
                .getOrder();
    }

    /** The case's newest order on an account, once there is one in that state. */
    public StopOrder awaitOrder(String caseId, String number, StopOrderState state) {
        return await("order on the account becomes " + state)
                .atMost(RunningSuite.TIMEOUT)
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .until(() -> newest(caseId, number), found -> found.filter(order -> order.getState() == state)
                        .isPresent())
                .orElseThrow();
    }

    private Optional<StopOrder> newest(String caseId, String number) {
        return progress(caseId).getOrdersList().stream()
                .filter(order -> order.getAccount().getNumber().equals(number))
                .reduce((older, newer) -> newer);
    }

    /** The case's progress once it is settled and booked, and its books agree to the fen. */
    public CaseProgress awaitBooked(String caseId) {
        await("case is settled, booked and its books agree")
                .atMost(RunningSuite.TIMEOUT)
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .untilAsserted(() -> assertThat(unbooked(caseId)).isEmpty());
        return progress(caseId);
    }

    /** What is still open about the case; none when its books agree to the fen. */
    public List<String> unbooked(String caseId) {
        CaseProgress progress = progress(caseId);
        if (!progress.getKnown() || !progress.getSettled() || !progress.getBooked()) {
            return List.of("known " + progress.getKnown() + ", settled " + progress.getSettled() + ", booked "
                    + progress.getBooked());
        }
        return Books.differences(progress, Optional.of(books(caseId))).stream()
                .map(Object::toString)
                .toList();
    }

    /** The books of the case. */
    public GetRecoveryResponse books(String caseId) {
        return clients.recovery()
                .getRecovery(GetRecoveryRequest.newBuilder().setCaseId(caseId).build());
    }
}
