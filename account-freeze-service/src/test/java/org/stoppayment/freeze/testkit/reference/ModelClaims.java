package org.stoppayment.freeze.testkit.reference;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the claims of {@link OrderReferenceModel} end: lifted for their case, frozen, or because the case is withdrawn. */
final class ModelClaims {

    private record Claim(String caseId, String account) {}

    private final Map<Claim, Instant> lifted = new HashMap<>();
    private final Map<Claim, Instant> frozen = new HashMap<>();
    private final Map<String, Instant> withdrawn = new HashMap<>();
    private final Set<Claim> protecting = new HashSet<>();

    /** A claim that had ended by a lift or a freeze is active again. */
    void reactivate(String caseId, String account) {
        lifted.remove(new Claim(caseId, account));
        frozen.remove(new Claim(caseId, account));
    }

    void protect(String caseId, String account) {
        protecting.add(new Claim(caseId, account));
    }

    void lift(String caseId, String account, Instant at) {
        if (endOf(caseId, account).isEmpty()) {
            lifted.put(new Claim(caseId, account), at);
        }
    }

    void freeze(String caseId, String account, Instant at) {
        if (endOf(caseId, account).isEmpty()) {
            frozen.put(new Claim(caseId, account), at);
        }
    }

    boolean isFrozen(String caseId, String account) {
        return frozen.containsKey(new Claim(caseId, account));
    }

    void withdraw(String caseId, Instant at) {
        withdrawn.put(caseId, at);
    }

    /** The claim of a case moves: with the one that the case has there, it has ended only if both have. */
    void move(String caseId, String from, String to) {
        reactivate(caseId, to);
        if (protecting.remove(new Claim(caseId, from))) {
            protect(caseId, to);
        }
    }

    boolean isWithdrawn(String caseId) {
        return withdrawn.containsKey(caseId);
    }

    boolean isLifted(String caseId, String account) {
        return lifted.containsKey(new Claim(caseId, account));
    }

    Optional<Instant> endOf(String caseId, String account) {
        Claim claim = new Claim(caseId, account);
        return Optional.ofNullable(lifted.getOrDefault(claim, frozen.getOrDefault(claim, withdrawn.get(caseId))));
    }

    /** True when an account stays stopped for a claim that {@code fen} came in for. */
    boolean isActive(String caseId, String account, long fen) {
        return endOf(caseId, account).isEmpty() && (fen > 0 || protecting.contains(new Claim(caseId, account)));
    }
}
