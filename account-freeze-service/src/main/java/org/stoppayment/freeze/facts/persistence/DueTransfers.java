package org.stoppayment.freeze.facts.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.facts.application.DueFacts;
import org.stoppayment.freeze.facts.application.FactEvents;
import org.stoppayment.freeze.facts.domain.ReportedTransfer;
import org.stoppayment.freeze.facts.persistence.HeldAccountMarks.Mark;
import org.stoppayment.freeze.parties.domain.CaseParties;
import org.stoppayment.freeze.parties.domain.VictimSide;
import org.stoppayment.freeze.parties.persistence.CasePartiesReader;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/**
 * The reported transfers that are to be told. Whenever something of a case is, it is worked out anew which of its transfers are losses; one
 * that was told otherwise is told again.
 */
@ApplicationScoped
class DueTransfers implements DueFacts {

    private static final int MAX_CASES = 50;

    private static final SqlStatement CLAIM =
            SqlStatement.load("sql/facts/claim_cases.sql", "max_rows int, max_cases int");
    private static final SqlStatement READ = SqlStatement.load("sql/facts/read_transfers.sql", "case_id uuid");
    private static final BatchStatement<List<Told>> PUBLISH = BatchStatement.<List<Told>>of(
                    "sql/facts/publish_transfers.sql")
            .rows(
                    "transfers",
                    RowParameters.<Told>of().id("transfer_id", Told::transferId).bool("is_loss", Told::isLoss),
                    told -> told)
            .build();

    private final Publication publication;
    private final FactEvents events;
    private final HeldAccountMarks marks;
    private final InstantSource clock;

    DueTransfers(Publication publication, FactEvents events, HeldAccountMarks marks, InstantSource clock) {
        this.publication = publication;
        this.events = events;
        this.marks = marks;
        this.clock = clock;
    }

    /** A case of which something is to be told; its victim's name is, when nothing else may be. */
    private record DueCase(CaseId caseId, boolean isNamed) {}

    /** A transfer, and whether it is a loss. */
    private record Told(TransferId transferId, boolean isLoss, boolean isNews) {}

    @Override
    public Uni<Published> publish() {
        return publication.commit(connection -> CLAIM.execute(connection, MAX_ROWS, MAX_CASES)
                .map(rows -> Rows.list(
                        rows, row -> new DueCase(new CaseId(row.getUUID("case_id")), row.getBoolean("is_named"))))
                .chain(taken -> Multi.createFrom()
                        .iterable(taken)
                        .onItem()
                        .transformToUniAndConcatenate(due -> tell(connection, due))
                        .collect()
                        .asList()
                        .map(told -> new Published(
                                told.stream().flatMap(List::stream).toList(), taken.size() == MAX_CASES))));
    }

    private Uni<List<OutboxEvent>> tell(SqlConnection connection, DueCase due) {
        return CasePartiesReader.of(connection, due.caseId()).chain(parties -> READ.execute(connection, due.caseId())
                .map(rows -> {
                    VictimSide side = new VictimSide(parties);
                    return news(due, Rows.list(rows, row -> told(row, side)));
                })
                .chain(news -> news.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : publish(connection, due.caseId(), parties, news)));
    }

    private static Told told(Row row, VictimSide side) {
        boolean isLoss = side.isLoss(
                new AccountRef.Key(row.getString("payer_institution_code"), row.getString("payer_number")),
                StoredAccount.key(row::getString));
        boolean isNews = row.getBoolean("unpublished")
                || !Optional.of(isLoss).equals(Optional.ofNullable(row.getBoolean("published_loss")));
        return new Told(new TransferId(row.getUUID("transfer_id")), isLoss, isNews);
    }

    /** A name is told with a transfer. */
    private static List<Told> news(DueCase due, List<Told> all) {
        List<Told> news = all.stream().filter(Told::isNews).toList();
        return news.isEmpty() && due.isNamed() ? all : news;
    }

    private Uni<List<OutboxEvent>> publish(
            SqlConnection connection, CaseId caseId, CaseParties parties, List<Told> news) {
        return PUBLISH.execute(connection, news).chain(rows -> {
            List<ReportedTransfer> transfers = Rows.list(rows, FactRows::transfer);
            return marks.mark(connection, transfers.stream().map(Mark::of).toList())
                    .replaceWith(events.transfers(caseId, parties.victimName(), transfers, clock.instant()));
        });
    }
}
