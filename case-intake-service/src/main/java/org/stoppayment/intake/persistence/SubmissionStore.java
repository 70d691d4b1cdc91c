package org.stoppayment.intake.persistence;

import static org.stoppayment.kit.postgres.Columns.bytes;
import static org.stoppayment.kit.postgres.Columns.instants;
import static org.stoppayment.kit.postgres.Columns.ints;
import static org.stoppayment.kit.postgres.Columns.longs;
import static org.stoppayment.kit.postgres.Columns.optionalInstants;
import static org.stoppayment.kit.postgres.Columns.optionalLongs;
import static org.stoppayment.kit.postgres.Columns.optionalUuids;
import static org.stoppayment.kit.postgres.Columns.texts;
import static org.stoppayment.kit.postgres.Columns.uuids;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.stoppayment.intake.application.Submissions;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.Submission.Kind;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.GroupCommit;

/** Submissions in Postgres: one statement, one commit and one round trip for all that arrive while the one before runs. */
@ApplicationScoped
class SubmissionStore implements Submissions {

    private static final String INSERT = """
            WITH taken AS (
                INSERT INTO submission (request_id, case_id, kind, digest, content, warnings, accepted_at)
                SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $5::bytea[], $6::text[],
                                     $7::timestamptz[])
                ON CONFLICT (request_id) DO NOTHING
                RETURNING request_id, case_id, kind, accepted_at),
            opened AS (
                INSERT INTO fraud_case (case_id, status, channel, fraud_type, accepted_at, transfer_count, reported_fen)
                SELECT case_id, 'OPEN', s.channel, s.fraud_type, accepted_at, s.transfer_count, s.reported_fen
                FROM taken JOIN unnest($1::uuid[], $8::text[], $9::text[], $10::int[], $11::bigint[])
                     AS s (request_id, channel, fraud_type, transfer_count, reported_fen) USING (request_id)
                WHERE kind = 'REPORT'),
            added AS (
                UPDATE fraud_case SET transfer_count = fraud_case.transfer_count + s.transfer_count,
                                      reported_fen = fraud_case.reported_fen + s.reported_fen
                FROM (SELECT case_id, sum(n.transfer_count)::int AS transfer_count,
                             sum(n.reported_fen)::bigint AS reported_fen
                      FROM taken JOIN unnest($1::uuid[], $10::int[], $11::bigint[])
                           AS n (request_id, transfer_count, reported_fen) USING (request_id)
                      WHERE kind = 'SUPPLEMENT' GROUP BY case_id) AS s -- an UPDATE takes one row for each case
                WHERE fraud_case.case_id = s.case_id),
            transfers AS (
                INSERT INTO transfer (request_id, case_id, transfer_id, ordinal, corrects_transfer_id,
                                      payer_name, payer_number, payer_kind, payer_institution,
                                      payee_name, payee_number, payee_kind, payee_institution,
                                      amount_fen, currency, transferred_at, serial)
                SELECT request_id, taken.case_id, t.transfer_id, t.ordinal, t.corrects_transfer_id,
                       t.payer_name, t.payer_number, t.payer_kind, t.payer_institution,
                       t.payee_name, t.payee_number, t.payee_kind, t.payee_institution,
                       t.amount_fen, t.currency, t.transferred_at, t.serial
                FROM taken JOIN unnest($12::uuid[], $13::uuid[], $14::int[], $15::uuid[],
                                       $16::text[], $17::text[], $18::text[], $19::text[],
                                       $20::text[], $21::text[], $22::text[], $23::text[],
                                       $24::bigint[], $25::text[], $26::timestamptz[], $27::text[])
                     AS t (request_id, transfer_id, ordinal, corrects_transfer_id,
                           payer_name, payer_number, payer_kind, payer_institution,
                           payee_name, payee_number, payee_kind, payee_institution,
                           amount_fen, currency, transferred_at, serial) USING (request_id)),
            announced AS (
                INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
                SELECT e.event_id, taken.case_id, e.type, e.occurred_at, e.data, e.due_at
                FROM taken JOIN unnest($1::uuid[], $28::uuid[], $29::text[], $30::timestamptz[], $31::bytea[],
                                       $32::timestamptz[])
                     AS e (request_id, event_id, type, occurred_at, data, due_at) USING (request_id))
            SELECT request_id FROM taken
            """;

    private static final String FIND = """
            SELECT case_id, kind, digest, warnings,
                   ARRAY(SELECT transfer_id FROM transfer WHERE transfer.case_id = submission.case_id
                         AND transfer.request_id = submission.request_id ORDER BY ordinal) AS transfer_ids
            FROM submission WHERE request_id = $1
            """;

    /** What a supplement runs into when another one of the same case came first. */
    private static final Set<String> CASE_CONSTRAINTS =
            Set.of("transfer_correction", "fraud_case_transfer_count_check");

    private static final int MOST_IN_ONE_COMMIT = 64;
    private static final int COMMITS_AT_ONCE = 4;

    private final Pool pool;
    private final GroupCommit<New, Boolean> inserts =
            new GroupCommit<>(MOST_IN_ONE_COMMIT, COMMITS_AT_ONCE, this::insertAll);

    SubmissionStore(Pool pool, MeterRegistry registry) {
        this.pool = pool;
        Gauge.builder("stoppayment.submissions.waiting", inserts::waiting)
                .description("Reports and supplements that wait for a commit")
                .register(registry);
    }

    private record New(Submission submission, OutboxEvent event) {}

    private record NewTransfer(Submission submission, int ordinal, IdentifiedTransfer identified) {
        Transfer transfer() {
            return identified.transfer();
        }
    }

    @Override
    public Uni<Boolean> insert(Submission submission, OutboxEvent event) {
        return inserts.submit(new New(submission, event))
                .onFailure(SubmissionStore::isCaseMovedOn)
                .transform(CaseMovedOn::new);
    }

    @Override
    public Uni<Optional<Stored>> find(UUID requestId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(requestId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(stored(rows.iterator().next())));
    }

    private static Stored stored(Row row) {
        Receipt receipt = new Receipt(
                row.getUUID("case_id"),
                WarningsJson.read(row.getString("warnings")),
                List.of(row.getArrayOfUUIDs("transfer_ids")),
                true);
        return new Stored(
                Kind.valueOf(row.getString("kind")), row.getBuffer("digest").getBytes(), receipt);
    }

    private static boolean isCaseMovedOn(Throwable failure) {
        return failure instanceof PgException refused && CASE_CONSTRAINTS.contains(refused.getConstraint());
    }

    private Uni<List<Boolean>> insertAll(List<New> rows) {
        // Within one group, too, a request id is taken by the first; and all groups lock in one order.
        Map<UUID, New> firsts = new TreeMap<>();
        rows.forEach(row -> firsts.putIfAbsent(row.submission().requestId(), row));
        return pool.preparedQuery(INSERT)
                .execute(parameters(List.copyOf(firsts.values())))
                .map(taken -> {
                    Set<UUID> requestIds = requestIds(taken);
                    return rows.stream()
                            .map(row -> requestIds.remove(row.submission().requestId()))
                            .toList();
                });
    }

    private static Set<UUID> requestIds(RowSet<Row> taken) {
        Set<UUID> requestIds = new HashSet<>();
        taken.forEach(row -> requestIds.add(row.getUUID(0)));
        return requestIds;
    }

    private static Tuple parameters(List<New> rows) {
        List<Submission> submissions = rows.stream().map(New::submission).toList();
        List<OutboxEvent> events = rows.stream().map(New::event).toList();
        List<NewTransfer> transfers = transfersOf(submissions);
        return Tuple.tuple()
                .addValue(uuids(submissions, Submission::requestId))
                .addValue(uuids(submissions, Submission::caseId))
                .addValue(texts(submissions, s -> s.kind().name()))
                .addValue(bytes(submissions, s -> s.content().digest()))
                .addValue(bytes(submissions, s -> s.content().bytes()))
                .addValue(texts(submissions, s -> WarningsJson.write(s.warnings())))
                .addValue(instants(submissions, Submission::acceptedAt))
                .addValue(texts(submissions, Submission::channel))
                .addValue(texts(submissions, Submission::fraudType))
                .addValue(ints(submissions, s -> (int) s.transfers().stream()
                        .filter(t -> t.corrects().isEmpty())
                        .count()))
                .addValue(longs(submissions, Submission::reportedFen))
                .addValue(uuids(transfers, t -> t.submission().requestId()))
                .addValue(uuids(transfers, t -> t.identified().transferId()))
                .addValue(ints(transfers, NewTransfer::ordinal))
                .addValue(optionalUuids(transfers, t -> t.identified().corrects()))
                .addValue(texts(transfers, t -> t.transfer().payer().name()))
                .addValue(texts(transfers, t -> t.transfer().payer().number()))
                .addValue(texts(transfers, t -> t.transfer().payer().kind().name()))
                .addValue(texts(transfers, t -> t.transfer().payer().institutionCode()))
                .addValue(texts(transfers, t -> t.transfer().payee().name()))
                .addValue(texts(transfers, t -> t.transfer().payee().number()))
                .addValue(texts(transfers, t -> t.transfer().payee().kind().name()))
                .addValue(texts(transfers, t -> t.transfer().payee().institutionCode()))
                .addValue(optionalLongs(transfers, t -> t.transfer().amountFen()))
                .addValue(texts(transfers, t -> t.transfer().currency()))
                .addValue(optionalInstants(transfers, t -> t.transfer().transferredAt()))
                .addValue(texts(transfers, t -> t.transfer().serial()))
                .addValue(uuids(events, OutboxEvent::eventId))
                .addValue(texts(events, OutboxEvent::type))
                .addValue(instants(events, OutboxEvent::occurredAt))
                .addValue(bytes(events, OutboxEvent::data))
                .addValue(instants(events, OutboxEvent::dueAt));
    }

    private static List<NewTransfer> transfersOf(List<Submission> submissions) {
        List<NewTransfer> transfers = new ArrayList<>();
        for (Submission submission : submissions) {
            for (int i = 0; i < submission.transfers().size(); i++) {
                transfers.add(
                        new NewTransfer(submission, i, submission.transfers().get(i)));
            }
        }
        return transfers;
    }
}
