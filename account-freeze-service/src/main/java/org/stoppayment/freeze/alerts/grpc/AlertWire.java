package org.stoppayment.freeze.alerts.grpc;

import java.util.List;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ListAlertsResponse;

/** Renders alerts. */
public final class AlertWire {

    private AlertWire() {}

    public static ListAlertsResponse render(Page<Alert> page) {
        ListAlertsResponse.Builder response = ListAlertsResponse.newBuilder();
        List<Alert> alerts = page.rows();
        alerts.forEach(alert -> response.addAlerts(render(alert)));
        if (page.more()) {
            response.setNextPageToken(alerts.get(alerts.size() - 1).alertId().toString());
        }
        return response.build();
    }

    private static org.stoppayment.proto.freeze.v1.Alert render(Alert alert) {
        org.stoppayment.proto.freeze.v1.Alert.Builder rendered = org.stoppayment.proto.freeze.v1.Alert.newBuilder()
                .setAlertId(alert.alertId().toString())
                .setKind(AlertKind.valueOf("ALERT_KIND_" + alert.kind().name()))
                .setCaseId(alert.caseId().toString())
                .setApplicationId(alert.subject().toString())
                .setRaisedAt(CommonWire.timestamp(alert.raisedAt()))
                .setDetail(alert.detail());
        alert.deliveredAt().ifPresent(at -> rendered.setDeliveredAt(CommonWire.timestamp(at)));
        return rendered.build();
    }
}
