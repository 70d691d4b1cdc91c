package org.stoppayment.freeze.watch.application;

import java.util.Optional;
import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.freeze.orders.domain.views.CaseProgress;
import org.stoppayment.freeze.tracing.domain.Trace;

/**
 * A case as its watchers see it.
 *
 * @param overview the summary of the case
 * @param attention what a person should look at, at least as new; empty when no watcher needs it
 * @param detail its orders and accounts, at least as new; empty when no watcher needs them, or they are too many
 * @param large true when they are too many to be sent at every change
 */
public record CaseSnapshot(
        CaseOverview overview, Optional<CaseAttention> attention, Optional<Detail> detail, boolean large) {

    /** Its orders, and where its money went. */
    public record Detail(CaseProgress progress, Trace trace) {}

    /** True when nothing that could be shown is missing. */
    boolean isWhole() {
        return attention.isPresent() && (large || detail.isPresent());
    }

    /** True when the case is settled, and was when the detail was read. */
    boolean isSettled() {
        return overview.settled()
                && detail.map(read -> read.progress().isSettled()).orElse(true);
    }
}
