package org.stoppayment.freeze.attention.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.attention.application.AttentionItems.Closed;
import org.stoppayment.freeze.attention.domain.AttentionKey;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.DatabaseTime;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Closes items that need no more attention as they are. They come back when more is at risk, or for another order. */
@ApplicationScoped
public class ClosingAttention {

    private final AttentionItems items;
    private final InstantSource clock;

    ClosingAttention(AttentionItems items, InstantSource clock) {
        this.items = items;
        this.clock = clock;
    }

    /**
     * Closes an item; a repeated call changes nothing. Fails with {@link ServiceException.NotFound} when there is no such item, and
     * with {@link ServiceException.Refusal} when somebody else closed it, or with another note.
     *
     * @param institutionCode empty while only a person can tell it
     * @param reason of the item; empty is refused
     * @param note why it is closed, 1..200 characters
     */
    public Uni<Closed> close(
            String caseId,
            String institutionCode,
            String accountNumber,
            Optional<Reason> reason,
            Officer officer,
            String note) {
        List<Violation> violations = new ArrayList<>();
        Optional<UUID> id = Ids.parse(caseId);
        if (id.isEmpty()) {
            violations.add(new Violation(
                    "key.caseId", "NOT_A_UUID", "value: " + caseId.length() + " characters (expected: a UUID)"));
        }
        if (accountNumber.isEmpty() || accountNumber.indexOf('\0') >= 0 || institutionCode.indexOf('\0') >= 0) {
            violations.add(new Violation(
                    "key.accountNumber",
                    "MISSING",
                    "value: " + accountNumber.length() + " characters (expected: the number of an item's account)"));
        }
        if (reason.isEmpty()) {
            violations.add(new Violation(
                    "key.reason", "MISSING", "value: none (expected: one of " + List.of(Reason.values()) + ")"));
        }
        violations.addAll(OfficerInput.violations(officer));
        violations.addAll(OfficerInput.requiredNoteViolations(note));
        OfficerInput.refuse(violations);
        AttentionKey key = new AttentionKey(
                new CaseId(id.orElseThrow()), new AccountRef.Key(institutionCode, accountNumber), reason.orElseThrow());
        Instant at = DatabaseTime.truncated(clock.instant());
        return items.close(key, officer, note, at)
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("item", key.toString())))
                .invoke(closed -> requireSame(closed, officer, note));
    }

    private static void requireSame(Closed closed, Officer officer, String note) {
        if (!closed.closure().officer().equals(officer)
                || !closed.closure().note().equals(note)) {
            throw new ServiceException.Refusal(
                    "ALREADY_CLOSED",
                    "item " + closed.item().key() + " was closed by "
                            + closed.closure().officer() + " at "
                            + closed.closure().at()
                            + " (expected: an item that is open)");
        }
    }
}
