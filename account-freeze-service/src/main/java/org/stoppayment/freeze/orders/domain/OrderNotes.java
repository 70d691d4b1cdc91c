package org.stoppayment.freeze.orders.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What institutions and people have said about an order.
 *
 * @param resultCode the last one, empty before the first
 * @param reference of the person or paper that resolved it, empty when none did
 * @param flags what a person should look at, each once, oldest first
 * @param findings since the row was read, each to be alerted
 */
public record OrderNotes(String resultCode, String reference, List<OrderFlag> flags, List<Contradiction> findings) {

    /** No notes yet. */
    public static final OrderNotes NONE = new OrderNotes("", "", List.of());

    /** As the row holds it: without new findings. */
    public OrderNotes(String resultCode, String reference, List<OrderFlag> flags) {
        this(resultCode, reference, flags, List.of());
    }

    OrderNotes withResult(String code) {
        return new OrderNotes(code, reference, flags, findings);
    }

    OrderNotes withReference(String newReference) {
        return new OrderNotes(resultCode, newReference, flags, findings);
    }

    OrderNotes withFlags(List<OrderFlag> more) {
        List<OrderFlag> all =
                Stream.concat(flags.stream(), more.stream()).distinct().toList();
        return new OrderNotes(resultCode, reference, all, findings);
    }

    OrderNotes withoutFlag(OrderFlag flag) {
        List<OrderFlag> others = flags.stream().filter(each -> each != flag).toList();
        return new OrderNotes(resultCode, reference, others, findings);
    }

    OrderNotes withFindings(List<Contradiction> more) {
        return new OrderNotes(
                resultCode,
                reference,
                flags,
                Stream.concat(findings.stream(), more.stream()).toList());
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
