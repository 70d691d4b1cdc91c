package org.stoppayment.freeze.facts.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.facts.application.DueFacts;
import org.stoppayment.freeze.facts.application.FactEvents;
import org.stoppayment.freeze.facts.application.StoredPages;
import org.stoppayment.freeze.facts.domain.Booking;
import org.stoppayment.freeze.facts.domain.Booking.Direction;
import org.stoppayment.freeze.facts.domain.QueryAnswers;
import org.stoppayment.freeze.facts.domain.StatementBooking;
import org.stoppayment.freeze.facts.domain.StoredBooking;
import org.stoppayment.freeze.facts.persistence.HeldAccountMarks.Mark;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/**
 * The answers about balances and bookings that are to be told. Of a full statement the bookings are told that are not stored: what came in,
 * fees and interest. Without them it would not add up.
 */
@ApplicationScoped
class DueAnswers implements DueFacts {

    /** Answers may be large. */
    private static final int MAX_ANSWERS = 5;

    private static final SqlStatement CLAIM = SqlStatement.load("sql/facts/claim_answers.sql", "max_rows int");
    private static final SqlStatement READ = SqlStatement.load("sql/facts/read_answers.sql", "first_ids uuid[]");
    private static final SqlStatement FIND_STORED = SqlStatement.load(
            "sql/facts/find_stored_bookings.sql", "serials text[], institution_code text, account_number text");

    private final Publication publication;
    private final FactEvents events;
    private final StoredPages stored;
    private final HeldAccountMarks marks;
    private final InstantSource clock;

    DueAnswers(
            Publication publication,
            FactEvents events,
            StoredPages stored,
            HeldAccountMarks marks,
            InstantSource clock) {
        this.publication = publication;
        this.events = events;
        this.stored = stored;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public Uni<Published> publish() {
        return publication.commit(connection -> CLAIM.execute(connection, MAX_ANSWERS)
                .map(rows -> Rows.list(rows, row -> new ApplicationId(row.getUUID("first_id"))))
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(new Published(List.of(), false))
                        : READ.execute(connection, taken)
                                .map(rows -> answers(Rows.stream(rows).toList()))
                                .call(answers -> markBalances(connection, answers))
                                .chain(answers -> told(connection, answers))
                                .map(told -> new Published(told, true))));
    }

    /** A balance may be another than that of the statement before it. A statement is no news: it would be asked for for ever. */
    private Uni<Void> markBalances(SqlConnection connection, Collection<QueryAnswers> answers) {
        return marks.mark(
                connection,
                answers.stream()
                        .filter(answer -> answer.since().isEmpty())
                        .map(answer -> Mark.ofBalance(answer.account().key()))
                        .toList());
    }

    private Collection<QueryAnswers> answers(List<Row> rows) {
        Map<UUID, List<Row>> pages = new LinkedHashMap<>();
        rows.forEach(row -> pages.computeIfAbsent(row.getUUID("first_id"), first -> new ArrayList<>())
                .add(row));
        return pages.values().stream().map(this::answersOf).toList();
    }

    /** Pages that are not answered yet are left out, and the others are not whole. */
    private QueryAnswers answersOf(List<Row> pages) {
        Row first = pages.get(0);
        List<Row> answered = pages.stream()
                .filter(row -> !row.getString("content").isEmpty())
                .toList();
        return new QueryAnswers(
                new ApplicationId(first.getUUID("first_id")),
                new CaseId(first.getUUID("case_id")),
                first.getInteger("publications"),
                StoredAccount.read(first::getString),
                Rows.instant(first, "since"),
                pages.stream().allMatch(row -> row.getBoolean("is_whole")),
                answered.get(answered.size() - 1)
                        .getOffsetDateTime("answered_at")
                        .toInstant(),
                answered.stream()
                        .map(row -> stored.page(row.getString("content")))
                        .toList());
    }

    private Uni<List<OutboxEvent>> told(SqlConnection connection, Collection<QueryAnswers> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(answers -> told(connection, answers))
                .collect()
                .asList()
                .map(told -> told.stream().flatMap(List::stream).toList());
    }

    private Uni<List<OutboxEvent>> told(SqlConnection connection, QueryAnswers answers) {
        return FIND_STORED
                .execute(
                        connection,
                        answers.bookings().stream()
                                .map(StatementBooking::serial)
                                .distinct()
                                .toList(),
                        answers.account().institutionCode(),
                        answers.account().number())
                .map(rows -> events(answers, answers.unstored(Rows.list(rows, DueAnswers::storedBooking))));
    }

    private List<OutboxEvent> events(QueryAnswers answers, List<Booking> unstored) {
        Instant now = clock.instant();
        List<OutboxEvent> told = new ArrayList<>(events.bookings(unstored, now));
        answers.balance().map(balance -> events.balance(balance, now)).ifPresent(told::add);
        return told;
    }

    private static StoredBooking storedBooking(Row row) {
        return new StoredBooking(
                Direction.valueOf(row.getString("direction")),
                row.getString("serial"),
                row.getInteger("ordinal"),
                Optional.of(row.getString("kind"))
                        .filter(kind -> !kind.isEmpty())
                        .map(OutflowKind::valueOf),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("party_number"));
    }
}
