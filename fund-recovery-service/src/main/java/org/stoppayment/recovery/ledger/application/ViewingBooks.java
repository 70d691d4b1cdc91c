package org.stoppayment.recovery.ledger.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.ledger.domain.BookedEntry;
import org.stoppayment.recovery.ledger.domain.CaseBooks;
import org.stoppayment.recovery.ledger.domain.CasePositions;
import org.stoppayment.recovery.shared.application.Page;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Shows the books of a case, of an account, of several cases: now, or as they were recorded up to a moment. What counts is when an entry
 * was recorded, not when its movement happened, because people ask what was known at that moment.
 */
@ApplicationScoped
public class ViewingBooks {

    /** Later than anything that is recorded. */
    private static final Instant EVER = Instant.parse("9999-12-31T23:59:59Z");

    private final Entries entries;

    ViewingBooks(Entries entries) {
        this.entries = entries;
    }

    /**
     * Which page of the entries.
     *
     * @param size 0..200; 0 means 50
     * @param token empty for the first page
     */
    public record PageRequest(int size, String token) {}

    /** The books of a case, with a page of its entries. */
    public record CaseStatement(CaseBooks books, Page<BookedEntry> entries) {}

    /** The books of an account by case, with a page of its entries. */
    public record AccountStatement(AccountRef.Key account, List<CasePositions> cases, Page<BookedEntry> entries) {}

    /**
     * The books of a case; fails with {@link ServiceException.NotFound} when nothing had been booked for it. Pages after the first have
     * entries alone.
     */
    public Uni<CaseStatement> view(String caseId, Optional<Instant> recordedUntil, PageRequest page) {
        CaseId id = new CaseId(Ids.parseField("caseId", caseId));
        Instant until = recordedUntil.orElse(EVER);
        Optional<EntryPlace> after = EntryPlace.parse(page.token());
        int size = Page.size(page.size());
        return onFirstPage(after, () -> entries.booksOf(id, until), "caseId", id)
                .chain(accounts -> entries.ofCase(id, until, after, size + 1)
                        .map(found -> new CaseStatement(new CaseBooks(id, accounts), pageOf(found, size))));
    }

    /** The books of an account; as {@link #view}. */
    public Uni<AccountStatement> viewAccount(
            String institutionCode, String number, Optional<Instant> recordedUntil, PageRequest page) {
        new OfficerChecks()
                .text("accountNumber", number, AccountNumber.MAX_CHARACTERS)
                .refuse();
        AccountRef.Key account = new AccountRef.Key(institutionCode, number);
        Instant until = recordedUntil.orElse(EVER);
        Optional<EntryPlace> after = EntryPlace.parse(page.token());
        int size = Page.size(page.size());
        return onFirstPage(after, () -> entries.positionsOn(account, until), "account", account)
                .chain(cases -> entries.onAccount(account, until, after, size + 1)
                        .map(found -> new AccountStatement(account, cases, pageOf(found, size))));
    }

    /** Sums are read once for a statement: adding ten thousand entries up takes longer than reading a page of them. */
    private static <T> Uni<List<T>> onFirstPage(
            Optional<EntryPlace> after, Supplier<Uni<List<T>>> sums, String field, Object id) {
        if (after.isPresent()) {
            return Uni.createFrom().item(List.of());
        }
        return sums.get().invoke(found -> {
            if (found.isEmpty()) {
                throw new ServiceException.NotFound(field, id.toString());
            }
        });
    }

    /** Positions of cases, by case id; without those for which nothing had been booked. */
    public Uni<List<CasePositions>> viewCases(Collection<CaseId> caseIds, Optional<Instant> recordedUntil) {
        return entries.positionsOf(caseIds, recordedUntil.orElse(EVER));
    }

    private static Page<BookedEntry> pageOf(List<BookedEntry> found, int size) {
        return Page.of(found, size, last -> EntryPlace.of(last.entry()).token());
    }
}
