package org.stoppayment.freeze.amendments;

import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.freeze.amendments.domain.StopAmendment.Kind;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;

/** A stop in effect, and messages about it: its lift, its extension, its paperwork. */
abstract class AmendmentFixture extends FreezeFixture {

    static final Duration TERM = Duration.ofHours(48);

    final String caseId = newCase();
    final Account payee = account();

    /** What an officer orders goes out at once; what comes of it is due by no look before time jumps. */
    @BeforeEach
    void stand() {
        time.stand();
    }

    StopOrder inEffect() {
        gateway().onSend(payee.getNumber(), gateway().stops(800));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        return awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    String extend(StopOrder order) {
        return extend(order.getApplicationId(), "case not filed yet", "chief 3");
    }

    String extend(String applicationId, String reason, String reference) {
        atItsOwnMoment();
        return freeze().officer()
                .extendStop(ExtendStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(applicationId)
                        .setReason(reason)
                        .setReference(reference)
                        .build())
                .getExtensionApplicationId();
    }

    String lift(StopOrder order) {
        atItsOwnMoment();
        return freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(order.getApplicationId())
                        .setReason("wrong account")
                        .setReference("chief 3")
                        .build())
                .getLiftApplicationId();
    }

    /** Ids are in the order in which messages were made. */
    private void atItsOwnMoment() {
        time.jump(Duration.ofMillis(1));
    }

    /** A stop in effect with a message of that kind, which is to be sent; {@code steps} are what the bank does with it. */
    StopOrder with(Kind kind, Bank... steps) {
        return switch (kind) {
            case LIFT -> {
                StopOrder order = inEffect();
                gateway().onLift(payee.getNumber(), steps);
                lift(order);
                yield order;
            }
            case EXTENSION -> {
                StopOrder order = inEffect();
                gateway().onExtension(payee.getNumber(), steps);
                extend(order);
                yield order;
            }
            case WRITTEN_ORDER -> stoppedByTelephone(steps);
        };
    }

    private StopOrder stoppedByTelephone(Bank... steps) {
        gateway().onSend(payee.getNumber(), Bank.says("1000"));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getApplicationId();
        gateway().onSend(payee.getNumber(), steps);
        return freeze().officer()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(id)
                        .setReference("Li, duty desk, 23:10")
                        .setFeedback(Outcomes.stopped(id, time.instant(), 800))
                        .build())
                .getOrder();
    }

    /** The id of the only message about a stop. */
    String message() {
        return database.rows("SELECT follow_up_id FROM follow_up").get(0).get(0);
    }

    /** Where the messages about stops stand, oldest first. */
    List<String> messageStates() {
        return database.rows("SELECT state FROM follow_up ORDER BY follow_up_id").stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** How often messages of that kind were sent. */
    int sent(Kind kind) {
        return switch (kind) {
            case LIFT -> gateway().lifts().size();
            case EXTENSION -> gateway().extensions().size();
            case WRITTEN_ORDER ->
                (int) gateway().sends().stream()
                        .filter(sent -> !sent.getApplicationType().isEmpty())
                        .count();
        };
    }

    /** What the bank calls back with about a message. */
    boolean callBack(String message, String code) {
        return freeze().callBack(
                        ICBC, Feedback.newBuilder().setApplicationId(message).setResultCode(code));
    }

    /** Jumps past the longest time that a message waits, and looks. */
    void waitAndAdvanceAmendments() {
        time.jump(Duration.ofSeconds(31));
        advanceAmendments();
    }

    List<Alert> alerts() {
        return freeze().officer()
                .listAlerts(ListAlertsRequest.getDefaultInstance())
                .getAlertsList();
    }

    StopOrder now(StopOrder order) {
        return freeze().order(order.getApplicationId());
    }

    static Instant end(StopOrder order) {
        Timestamp end = order.getExpiresAt();
        return Instant.ofEpochSecond(end.getSeconds(), end.getNanos());
    }
}
