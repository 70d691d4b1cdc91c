package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.alerts.application.Alerts.NewAlert;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.holds.application.amendments.FreezeAmendments;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.holds.domain.FreezeDueTimes;

/** Alerts people to freezes that they must decide about. All calls may be repeated. */
@ApplicationScoped
class AlertingFreezes {

    private final RaisingAlerts raising;
    private final FreezeAmendments amendments;
    private final OpenObjections objections;
    private final FreezeDueTimes dueTimes;

    AlertingFreezes(
            RaisingAlerts raising, FreezeAmendments amendments, OpenObjections objections, FreezeDueTimes dueTimes) {
        this.raising = raising;
        this.amendments = amendments;
        this.objections = objections;
        this.dueTimes = dueTimes;
    }

    /** Tells of a freeze that came to a state in which somebody must act. */
    Uni<Void> alert(Freeze freeze) {
        return kind(freeze)
                .map(kind -> raising.raise(kind, freeze.caseId(), freeze.id(), detail(freeze)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Warns that a freeze ends soon, {@code warning} being 1 for the first of its term. */
    Uni<Void> warn(Freeze freeze, int warning) {
        return amendments.of(List.of(freeze.id())).chain(found -> {
            long renewals = found.getOrDefault(freeze.id(), List.of()).stream()
                    .filter(one -> one.kind() == FreezeAmendment.Kind.RENEWAL && one.state() == AmendmentState.DONE)
                    .count();
            int occurrence = Math.toIntExact(renewals * dueTimes.warnings() + warning);
            return ending(freeze)
                    .chain(detail -> raising.raise(
                            new NewAlert(Alert.Kind.FREEZE_ENDING, freeze.caseId(), freeze.id(), occurrence, detail)));
        });
    }

    /** Tells of a freeze whose case is withdrawn: a person has it lifted. */
    Uni<Void> alertOfWithdrawnCase(Freeze freeze) {
        return raising.raise(
                Alert.Kind.FREEZE_OF_WITHDRAWN_CASE,
                freeze.caseId(),
                freeze.id(),
                freeze.state().name());
    }

    private Uni<String> ending(Freeze freeze) {
        String ends = "ends " + freeze.expiresAt();
        return objections
                .on(freeze.caseId(), freeze.application().account().key())
                .map(open ->
                        open.map(id -> ends + "; objection " + id + " is open").orElse(ends));
    }

    private static Optional<Alert.Kind> kind(Freeze freeze) {
        return switch (freeze.state()) {
            case MANUAL -> Optional.of(Alert.Kind.FREEZE_MANUAL);
            case DECLINED -> Optional.of(Alert.Kind.FREEZE_DECLINED);
            case AUTO_LIFTED -> Optional.of(Alert.Kind.FREEZE_LAPSED);
            default -> Optional.empty();
        };
    }

    private static String detail(Freeze freeze) {
        return switch (freeze.state()) {
            case MANUAL -> (freeze.manualReason() + " " + freeze.resultCode()).trim();
            case DECLINED -> freeze.resultCode();
            default -> "ended " + freeze.expiresAt();
        };
    }
}
