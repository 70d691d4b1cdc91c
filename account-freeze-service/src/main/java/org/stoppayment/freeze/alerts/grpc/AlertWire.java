package org.stoppayment.freeze.alerts.grpc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stoppayment.freeze.alerts.application.AlertViews;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.AlertAcknowledgement;
import org.stoppayment.proto.freeze.v1.AlertClosure;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.AlertState;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsResponse;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** Parses filters of alerts, and renders alerts. */
public final class AlertWire {

    /** The names of an institution. */
    public record InstitutionNames(String name, String englishName) {

        /** Of an institution that is not known. */
        public static final InstitutionNames NONE = new InstitutionNames("", "");
    }

    private AlertWire() {}

    /** The filter of a request; fails with all violations. */
    public static AlertViews.Filter filter(ListAlertsRequest request) {
        List<Violation> violations = new ArrayList<>();
        Set<Alert.Kind> kinds = EnumSet.noneOf(Alert.Kind.class);
        for (int i = 0; i < request.getKindsCount(); i++) {
            AlertKind kind = request.getKinds(i);
            if (kind == AlertKind.UNRECOGNIZED || kind == AlertKind.ALERT_KIND_UNSPECIFIED) {
                violations.add(unknown("kinds[" + i + "]", request.getKindsValue(i), "a kind of alert"));
            } else {
                kinds.add(Alert.Kind.valueOf(kind.name().substring("ALERT_KIND_".length())));
            }
        }
        Set<AlertView.State> states = EnumSet.noneOf(AlertView.State.class);
        for (int i = 0; i < request.getStatesCount(); i++) {
            switch (request.getStates(i)) {
                case ALERT_STATE_UNSPECIFIED, ALERT_STATE_OPEN -> states.add(AlertView.State.OPEN);
                case ALERT_STATE_ACKNOWLEDGED -> states.add(AlertView.State.ACKNOWLEDGED);
                case ALERT_STATE_CLOSED -> states.add(AlertView.State.CLOSED);
                case UNRECOGNIZED ->
                    violations.add(unknown("states[" + i + "]", request.getStatesValue(i), "a state of alerts"));
            }
        }
        Optional<CaseId> caseId = Ids.parse(request.getCaseId()).map(CaseId::new);
        if (caseId.isEmpty() && !request.getCaseId().isEmpty()) {
            violations.add(new Violation(
                    "caseId",
                    "NOT_A_UUID",
                    "value: " + request.getCaseId().length() + " characters (expected: a UUID)"));
        }
        OfficerInput.refuse(violations);
        return new AlertViews.Filter(
                kinds,
                states.isEmpty() ? Set.of(AlertView.State.OPEN) : states,
                caseId,
                request.getInstitutionCode(),
                request.hasSince() ? Optional.of(CommonWire.instant(request.getSince())) : Optional.empty());
    }

    private static Violation unknown(String field, int number, String expected) {
        return new Violation(field, "UNKNOWN", "value: " + number + " (expected: " + expected + ")");
    }

    /** A page of alerts; {@code names} gives the names of an institution by its code. */
    public static ListAlertsResponse render(Page<AlertView> page, Function<String, InstitutionNames> names) {
        ListAlertsResponse.Builder response = ListAlertsResponse.newBuilder();
        List<AlertView> alerts = page.rows();
        alerts.forEach(alert -> response.addAlerts(render(alert, names)));
        if (page.more()) {
            response.setNextPageToken(
                    alerts.get(alerts.size() - 1).alert().alertId().toString());
        }
        return response.build();
    }

    /** An alert; {@code names} gives the names of an institution by its code. */
    public static org.stoppayment.proto.freeze.v1.Alert render(
            AlertView view, Function<String, InstitutionNames> names) {
        Alert alert = view.alert();
        AlertView.Subject subject = view.subject();
        InstitutionNames named = names.apply(subject.institutionCode());
        org.stoppayment.proto.freeze.v1.Alert.Builder rendered = org.stoppayment.proto.freeze.v1.Alert.newBuilder()
                .setAlertId(alert.alertId().toString())
                .setKind(AlertKind.valueOf("ALERT_KIND_" + alert.kind().name()))
                .setCaseId(alert.caseId().toString())
                .setApplicationId(alert.subject().toString())
                .setRaisedAt(CommonWire.timestamp(alert.raisedAt()))
                .setDetail(alert.detail())
                .setState(AlertState.valueOf("ALERT_STATE_" + view.state().name()))
                .setInstitutionCode(subject.institutionCode())
                .setInstitutionName(named.name())
                .setInstitutionEnglishName(named.englishName())
                .setAtStakeFen(subject.atStake().fen())
                .setResultCode(subject.resultCode());
        subject.order().ifPresent(order -> rendered.setOrderApplicationId(order.toString())
                .setOrderState(StopOrderState.valueOf("STOP_ORDER_STATE_" + subject.orderState())));
        subject.stopEndsAt().map(CommonWire::timestamp).ifPresent(rendered::setStopEndsAt);
        alert.deliveredAt().map(CommonWire::timestamp).ifPresent(rendered::setDeliveredAt);
        view.acknowledgement()
                .ifPresent(acknowledged -> rendered.setAcknowledgement(AlertAcknowledgement.newBuilder()
                        .setAcknowledgedAt(CommonWire.timestamp(acknowledged.at()))
                        .setOperator(OfficerWire.render(acknowledged.officer()))));
        view.closure()
                .ifPresent(closed -> rendered.setClosure(AlertClosure.newBuilder()
                        .setClosedAt(CommonWire.timestamp(closed.at()))
                        .setOperator(OfficerWire.render(closed.officer()))
                        .setReason(closed.reason())));
        return rendered.build();
    }
}
