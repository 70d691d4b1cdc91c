package org.stoppayment.kernel.ids;

import java.util.UUID;

/**
 * A UUID that identifies one kind of thing, so that the compiler refuses the id of another kind. Ids sort as their UUIDs do.
 *
 * @param <T> the id itself
 */
public sealed interface TypedId<T extends TypedId<T>> extends Comparable<T>
        permits AlertId,
                ApplicationId,
                BatchId,
                CaseId,
                DisputeId,
                EventId,
                ObjectionId,
                PaymentId,
                PlanId,
                TransferId {

    /** The UUID, as the contract and the database hold it. */
    UUID value();

    @Override
    default int compareTo(T other) {
        return value().compareTo(other.value());
    }
}
