package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.OrderingFreezes.Ordered;
import org.stoppayment.freeze.holds.application.amendments.FreezeAmendments;
import org.stoppayment.freeze.holds.application.unrelated.UnrelatedFunds;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.holds.domain.UnrelatedFinding;
import org.stoppayment.kernel.ids.ApplicationId;

/** Shows freezes with the orders about them. */
@ApplicationScoped
public class ViewingFreezes {

    private final Freezes freezes;
    private final FreezeAmendments amendments;
    private final UnrelatedFunds findings;
    private final NamedFreezes named;

    ViewingFreezes(Freezes freezes, FreezeAmendments amendments, UnrelatedFunds findings, NamedFreezes named) {
        this.freezes = freezes;
        this.amendments = amendments;
        this.findings = findings;
        this.named = named;
    }

    /**
     * A freeze as it is shown.
     *
     * @param freeze as it stands
     * @param amendments the orders about it, oldest first
     * @param unrelated that its funds have nothing to do with the case; empty when that was not found
     * @param timeline what happened, oldest first; empty in lists
     */
    public record View(
            Freeze freeze,
            List<FreezeAmendment> amendments,
            Optional<UnrelatedFinding> unrelated,
            List<FreezeTimelineEntry> timeline) {

        View with(List<FreezeTimelineEntry> happened) {
            return new View(freeze, amendments, unrelated, happened);
        }
    }

    /** One freeze, with its timeline. */
    public Uni<View> view(String freezeId) {
        return named.find(freezeId).chain(freeze -> freezes.timeline(freeze.id())
                .chain(timeline -> of(List.of(freeze)).map(views -> views.get(0).with(timeline))));
    }

    /** A freeze that was ordered, without its timeline. Nothing is known about a new one yet. */
    public Uni<View> of(Ordered ordered) {
        return ordered.isNew()
                ? Uni.createFrom().item(new View(ordered.freeze(), List.of(), Optional.empty(), List.of()))
                : of(List.of(ordered.freeze())).map(views -> views.get(0));
    }

    /** Freezes without their timelines, in the given order. */
    public Uni<List<View>> of(List<Freeze> found) {
        List<ApplicationId> ids = found.stream().map(Freeze::id).toList();
        return amendments.of(ids).chain(orders -> findings.of(ids).map(unrelated -> found.stream()
                .map(freeze -> view(freeze, orders, unrelated))
                .toList()));
    }

    private static View view(
            Freeze freeze,
            Map<ApplicationId, List<FreezeAmendment>> orders,
            Map<ApplicationId, UnrelatedFinding> unrelated) {
        return new View(
                freeze,
                orders.getOrDefault(freeze.id(), List.of()),
                Optional.ofNullable(unrelated.get(freeze.id())),
                List.of());
    }
}
