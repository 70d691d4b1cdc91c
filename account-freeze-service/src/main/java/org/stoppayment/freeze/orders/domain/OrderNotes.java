package org.stoppayment.freeze.orders.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.freeze.shared.domain.Decision;

/**
 * What institutions and people have said about an order.
 *
 * @param resultCode the last one, empty before the first
 * @param reference of the person or paper that resolved it, empty when none did
 * @param flags what a person should look at, each once, oldest first
 * @param findings since the row was read, each to be alerted
 * @param decision that changes it, since the row was read; kept in the timeline
 */
public record OrderNotes(
        String resultCode,
        String reference,
        List<OrderFlag> flags,
        List<Contradiction> findings,
        Optional<Decision> decision) {

    /** No notes yet. */
    public static final OrderNotes NONE = new OrderNotes("", "", List.of());

    /** As the row holds it: without what is new. */
    public OrderNotes(String resultCode, String reference, List<OrderFlag> flags) {
        this(resultCode, reference, flags, List.of(), Optional.empty());
    }

    OrderNotes withResult(String code) {
        return new OrderNotes(code, reference, flags, findings, decision);
    }

    /** Resolved by a person: the reference stays with the order. */
    OrderNotes resolvedBy(Decision resolution) {
        return new OrderNotes(resultCode, resolution.reference(), flags, findings, Optional.of(resolution));
    }

    OrderNotes decidedBy(Decision newDecision) {
        return new OrderNotes(resultCode, reference, flags, findings, Optional.of(newDecision));
    }

    /** These notes of a row that has changed, with what a person decided about the order as it was read before. */
    OrderNotes withDecisionOf(OrderNotes before) {
        return before.decision.isEmpty()
                ? this
                : new OrderNotes(resultCode, before.reference, flags, findings, before.decision);
    }

    OrderNotes withFlags(List<OrderFlag> more) {
        List<OrderFlag> all =
                Stream.concat(flags.stream(), more.stream()).distinct().toList();
        return new OrderNotes(resultCode, reference, all, findings, decision);
    }

    OrderNotes withoutFlag(OrderFlag flag) {
        List<OrderFlag> others = flags.stream().filter(each -> each != flag).toList();
        return new OrderNotes(resultCode, reference, others, findings, decision);
    }

    OrderNotes withFindings(List<Contradiction> more) {
        return new OrderNotes(
                resultCode,
                reference,
                flags,
                Stream.concat(findings.stream(), more.stream()).toList(),
                decision);
    }

    /** With a contradiction of the institution; what it said first counts. */
    OrderNotes contradicted(String summary) {
        return withFlags(List.of(OrderFlag.FEEDBACK_CONFLICT)).withFindings(List.of(Contradiction.conflict(summary)));
    }

    /** The notes once they are stored. */
    OrderNotes stored() {
        return new OrderNotes(resultCode, reference, flags);
    }
}
