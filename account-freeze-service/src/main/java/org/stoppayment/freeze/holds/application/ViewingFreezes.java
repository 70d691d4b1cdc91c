package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.stoppayment.freeze.holds.application.amendments.FreezeAmendments;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.kernel.ApplicationId;

/** Shows freezes with the orders about them. */
@ApplicationScoped
public class ViewingFreezes {

    private final Freezes freezes;
    private final FreezeAmendments amendments;
    private final NamedFreezes named;

    ViewingFreezes(Freezes freezes, FreezeAmendments amendments, NamedFreezes named) {
        this.freezes = freezes;
        this.amendments = amendments;
        this.named = named;
    }

    /**
     * A freeze as it is shown.
     *
     * @param freeze as it stands
     * @param amendments the orders about it, oldest first
     * @param timeline what happened, oldest first; empty in lists
     */
    public record View(Freeze freeze, List<FreezeAmendment> amendments, List<FreezeTimelineEntry> timeline) {}

    /** One freeze, with its timeline. */
    public Uni<View> view(String freezeId) {
        return named.find(freezeId)
                .chain(freeze -> freezes.timeline(freeze.id()).chain(timeline -> of(List.of(freeze))
                        .map(views -> new View(freeze, views.get(0).amendments(), timeline))));
    }

    /** Freezes without their timelines, in the given order. */
    public Uni<List<View>> of(List<Freeze> found) {
        return amendments.of(found.stream().map(Freeze::id).toList()).map(orders -> found.stream()
                .map(freeze -> view(freeze, orders))
                .toList());
    }

    private static View view(Freeze freeze, Map<ApplicationId, List<FreezeAmendment>> orders) {
        return new View(freeze, orders.getOrDefault(freeze.id(), List.of()), List.of());
    }
}
