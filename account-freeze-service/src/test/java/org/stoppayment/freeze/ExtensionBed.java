package org.stoppayment.freeze;

import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.stoppayment.freeze.testkit.FreezeBed;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** A stop in effect, and its extension. */
abstract class ExtensionBed extends FreezeBed {

    static final Duration TERM = Duration.ofHours(48);

    final String caseId = newCase();
    final Account payee = account();

    StopOrder inEffect() {
        gateway().onSend(payee.getNumber(), gateway().stops(800));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        return awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    String extend(StopOrder order) {
        return extend(order.getApplicationId(), "case not filed yet", "chief 3");
    }

    String extend(String applicationId, String reason, String reference) {
        return freeze().officer()
                .extendStop(ExtendStopRequest.newBuilder()
                        .setApplicationId(applicationId)
                        .setReason(reason)
                        .setReference(reference)
                        .build())
                .getExtensionApplicationId();
    }

    StopOrder now(StopOrder order) {
        return freeze().order(order.getApplicationId());
    }

    static Instant end(StopOrder order) {
        Timestamp end = order.getExpiresAt();
        return Instant.ofEpochSecond(end.getSeconds(), end.getNanos());
    }
}
