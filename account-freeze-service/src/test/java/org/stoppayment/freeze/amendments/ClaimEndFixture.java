package org.stoppayment.freeze.amendments;

import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_CLAIM_UNHELD;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import java.time.Duration;
import java.util.List;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.StopClaim;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** An account that two cases claim. */
abstract class ClaimEndFixture extends FreezeFixture {

    static final Duration TERM_AND_MORE = Duration.ofHours(49);

    final String placing = newCase();
    final String joined = newCase();
    final Account payee = account();

    StopOrder stoppedForBoth() {
        gateway().onSend(payee.getNumber(), gateway().stops(2000));
        freeze().deliver(Report.of(placing).paid(payee, 467));
        StopOrder order = awaitOrder(placing, STOP_ORDER_STATE_IN_EFFECT);
        freeze().deliver(Report.of(joined).paid(payee, 1135));
        bookAll();
        return order;
    }

    LiftStopResponse lift(StopOrder order, String caseId) {
        return lift(order, caseId, "wrong account");
    }

    LiftStopResponse lift(StopOrder order, String caseId, String reason) {
        return freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setApplicationId(order.getApplicationId())
                        .setCaseId(caseId)
                        .setReason(reason)
                        .setReference("chief 3")
                        .setOperator(Operator.newBuilder()
                                .setOrganisation("Zhangzhou 110")
                                .setBadgeNumber("badge-5"))
                        .build());
    }

    StopOrder restop(StopOrder ended, String caseId) {
        return freeze().officer()
                .restopAccount(RestopAccountRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setReason("money came back")
                        .setApplicationId(ended.getApplicationId())
                        .setCaseId(caseId)
                        .setReference("chief 4")
                        .build())
                .getOrder();
    }

    List<StopClaim> claims(StopOrder order) {
        return freeze().officer()
                .getStopOrder(GetStopOrderRequest.newBuilder()
                        .setApplicationId(order.getApplicationId())
                        .build())
                .getClaimsList();
    }

    List<String> unheld() {
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == ALERT_KIND_CLAIM_UNHELD)
                .map(Alert::getCaseId)
                .toList();
    }
}
