package org.stoppayment.freeze.attention.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.attention.domain.AttentionClosure;
import org.stoppayment.freeze.attention.domain.AttentionItem;
import org.stoppayment.freeze.attention.domain.AttentionKey;
import org.stoppayment.freeze.attention.domain.AttentionPosition;
import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.CaseId;

/** Port: what needs attention. Items follow from claims and orders; only closures are stored. */
public interface AttentionItems {

    /**
     * Which items to read.
     *
     * @param reason of the items; empty for any
     * @param caseId of the items; empty for any
     */
    record Filter(Optional<Reason> reason, Optional<CaseId> caseId) {}

    /**
     * An item in the list.
     *
     * @param item the item
     * @param position its place
     */
    record Listed(AttentionItem item, AttentionPosition position) {}

    /**
     * An item with its closure.
     *
     * @param item the item
     * @param closure the one that holds
     */
    record Closed(AttentionItem item, AttentionClosure closure) {}

    /**
     * At most {@code max} open items after a place, those with the highest product of money at risk and age first.
     *
     * @param asOf the moment that ages are counted to; items that are newer are left out
     * @param after empty for the first ones
     */
    Uni<List<Listed>> open(Filter filter, Instant asOf, Optional<AttentionPosition> after, int max);

    /** What needs attention in some cases, at least as new as the call; cases in which nothing does are left out. */
    Uni<Map<CaseId, CaseAttention>> summaries(List<CaseId> caseIds);

    /** Closes an item unless it is closed; empty when there is none, else with the closure that holds. */
    Uni<Optional<Closed>> close(AttentionKey key, Officer officer, String note, Instant at);

    /**
     * A text that differs from the last one when anything has been committed since. What is read after it shows at least all that had
     * been committed then.
     */
    Uni<String> changeToken();

    /**
     * Notes accounts on which nothing needs attention: {@link #open} reads them again only when they change.
     *
     * @param before accounts that have changed since are left for later
     * @return number of accounts noted, at most {@code max}
     */
    Uni<Integer> examine(Instant asOf, Instant before, int max);
}
