package org.stoppayment.freeze.testkit.reference;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An order as {@link OrderReferenceModel} has it. */
final class ModelOrder {

    /** What of an order is expected; it is OPEN until its institution has said what became of it. */
    enum State {
        OPEN,
        IN_EFFECT,
        LAPSED,
        LIFTED,
        FROZEN,
        DECLINED,
        REFUSED_HERE,
        HELD_BY_OTHER,
        WAITING;

        boolean isLive() {
            return this == OPEN || this == IN_EFFECT;
        }

        boolean isCounted() {
            return this == IN_EFFECT || this == LAPSED || this == LIFTED || this == FROZEN;
        }
    }

    final String caseId;
    /** The name that the service gave it; empty until that is known. */
    String id = "";

    String account;
    Instant placedAt;
    State state;
    /** End of the term. */
    Instant end;

    long balanceFen;
    boolean extended;
    /** Names of the freezes that it awaits. */
    final Set<String> awaited = new HashSet<>();

    private Instant endedAt;

    ModelOrder(String caseId, String account, State state, Instant placedAt) {
        this.caseId = caseId;
        this.account = account;
        this.placedAt = placedAt;
        become(state, placedAt);
    }

    void become(State next, Instant at) {
        state = next;
        if (next.isLive()) {
            endedAt = null;
        } else if (endedAt == null) {
            endedAt = at;
        }
    }

    boolean isSeenBy(String otherCase, Instant claimedAt, Optional<Instant> claimEndedAt) {
        boolean isKnown =
                caseId.equals(otherCase) || endedAt == null || endedAt.isAfter(claimedAt) && state != State.DECLINED;
        return isKnown && claimEndedAt.map(ended -> !placedAt.isAfter(ended)).orElse(true);
    }

    boolean isOf(String otherCase, String otherAccount) {
        return caseId.equals(otherCase) && account.equals(otherAccount);
    }

    boolean hadLapsedAt(Instant at) {
        return state == State.LAPSED && !at.isBefore(end);
    }

    /** True when its term is over and it awaits no freeze. */
    boolean lapsesAt(Instant at) {
        return state == State.IN_EFFECT && !at.isBefore(end) && awaited.isEmpty();
    }

    boolean wasFrozenBefore(Instant at) {
        return state == State.FROZEN && endedAt.isBefore(at);
    }

    /** Of two orders on an account, the one that its money is or was held under: a new one only once it is in effect. */
    static ModelOrder foremost(ModelOrder older, ModelOrder newer) {
        if (older.state.isCounted() != newer.state.isCounted()) {
            return older.state.isCounted() ? older : newer;
        }
        return older.state.isLive() && !newer.state.isLive() ? older : newer;
    }

    String line() {
        return String.join(
                " ",
                caseId,
                account,
                state.name(),
                state.isCounted() ? "until " + end + " over " + balanceFen : "",
                extended ? "extended" : "");
    }
}
