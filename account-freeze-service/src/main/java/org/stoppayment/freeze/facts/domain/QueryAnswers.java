package org.stoppayment.freeze.facts.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.facts.domain.Balance.Statement;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What a query about an account's money was answered, with all its pages.
 *
 * @param id of the query for the first page
 * @param caseId that asks
 * @param revision of the fact, from 1
 * @param account that it is about
 * @param since first moment of the bookings; empty when only the balance was asked for
 * @param areWhole true when the institution owes nothing of any page that was asked for
 * @param answeredAt when the last of them was answered
 * @param pages in order; at least one
 */
public record QueryAnswers(
        ApplicationId id,
        CaseId caseId,
        int revision,
        AccountRef account,
        Optional<Instant> since,
        boolean areWhole,
        Instant answeredAt,
        List<AnswerPage> pages) {

    /** The balance that they tell; empty when they tell none. Bookings that may not be all tell none either. */
    public Optional<Balance> balance() {
        return since.isEmpty()
                ? pages.get(0).balance().map(sum -> balance(sum, asOf(answeredAt), Optional.empty()))
                : since.filter(from -> isFullStatement()).flatMap(this::closing);
    }

    private Optional<Balance> closing(Instant from) {
        Optional<Money> opening = pages.get(0).opening();
        List<StatementBooking> all = bookings();
        if (all.isEmpty()) {
            return opening.map(sum -> balance(sum, asOf(answeredAt), Optional.of(new Statement(from, opening))));
        }
        StatementBooking last = all.get(all.size() - 1);
        return last.balanceAfter()
                .map(sum -> balance(sum, asOf(last.bookedAt()), Optional.of(new Statement(from, opening))));
    }

    /** All bookings, when they are a full statement; else none: what is traced of them is told by itself. */
    public List<StatementBooking> bookings() {
        return since.isPresent() && isFullStatement()
                ? pages.stream().flatMap(page -> page.bookings().stream()).toList()
                : List.of();
    }

    private boolean isFullStatement() {
        return areWhole
                && pages.get(pages.size() - 1).isLast()
                && pages.stream().flatMap(page -> page.bookings().stream()).noneMatch(StatementBooking::isToNobody);
    }

    /** The bookings that are not stored, and are told by the statement alone; ordinals follow those of the stored ones. */
    public List<Booking> unstored(List<StoredBooking> stored) {
        List<StoredBooking> known = new ArrayList<>(stored);
        List<Booking> told = new ArrayList<>();
        for (StatementBooking listed : bookings()) {
            if (known.stream().noneMatch(one -> one.isSame(listed))) {
                int ordinal = 1
                        + known.stream()
                                .filter(one -> one.isUnderSerialOf(listed))
                                .mapToInt(StoredBooking::ordinal)
                                .max()
                                .orElse(0);
                known.add(StoredBooking.of(listed, ordinal));
                told.add(booking(listed, ordinal));
            }
        }
        return told;
    }

    /** Always the first revision: a booking that is stored later tells the same, and its changes win. */
    private Booking booking(StatementBooking listed, int ordinal) {
        return new Booking(
                caseId,
                account,
                listed.direction(),
                listed.serial(),
                ordinal,
                1,
                listed.kind(),
                listed.amount(),
                listed.bookedAt(),
                listed.sequence(),
                listed.counterparty(),
                false);
    }

    private Instant asOf(Instant otherwise) {
        return pages.get(pages.size() - 1).asOf().orElse(otherwise);
    }

    private Balance balance(Money sum, Instant asOf, Optional<Statement> statement) {
        return new Balance(id, caseId, revision, account, sum, asOf, statement);
    }
}
