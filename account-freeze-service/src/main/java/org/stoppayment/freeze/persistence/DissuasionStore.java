package org.stoppayment.freeze.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.application.Dissuasions;
import org.stoppayment.freeze.domain.dissuasion.Dissuasion;
import org.stoppayment.freeze.domain.dissuasion.Officer;
import org.stoppayment.kit.postgres.Columns;

/** The dissuasion list in Postgres. Of two officers who claim an entry at once, the row's lock makes one the first. */
@ApplicationScoped
class DissuasionStore implements Dissuasions {

    private static final String ENTRIES = "SELECT entry.* FROM " + DissuasionRow.ENTRIES_AT_1;
    static final String FIND = ENTRIES + " WHERE dissuasion_id = $2";
    private static final String NEWEST = """
             AND dissuasion_id < $2 AND ($3::text IS NULL OR state = $3)
            ORDER BY dissuasion_id DESC LIMIT $4
            """;
    static final String ALL = ENTRIES + " WHERE true" + NEWEST;
    static final String UNCLOSED = ENTRIES + " WHERE closed_at IS NULL" + NEWEST;
    static final String CLOSED = ENTRIES + " WHERE closed_at IS NOT NULL" + NEWEST;
    static final String OF_CASE = "SELECT entry.* FROM claim CROSS JOIN LATERAL (" + ENTRIES + """
             WHERE entry.institution_code = claim.institution_code AND entry.account_number = claim.account_number
            OFFSET 0) entry WHERE claim.case_id = $5
            """ + NEWEST;
    static final String CLAIM = """
            UPDATE dissuasion d SET organisation = $2, badge_number = $3, claimed_until = $5,
                claimed_at = CASE WHEN (d.organisation, d.badge_number) = ($2, $3) AND d.claimed_until > $4
                                  THEN d.claimed_at ELSE $4 END
            WHERE d.dissuasion_id = $1 AND d.closed_at IS NULL
              AND ((d.organisation, d.badge_number) = ($2, $3) AND d.claimed_until > $4
                   OR (d.claimed_at IS NULL OR d.claimed_until <= $4) AND (
            """ + DissuasionRow.WITHDRAWAL + """
                   ) IS NULL)
            RETURNING dissuasion_id
            """;
    static final String RELEASE = """
            UPDATE dissuasion SET organisation = NULL, badge_number = NULL, claimed_at = NULL, claimed_until = NULL
            WHERE dissuasion_id = $1 AND closed_at IS NULL AND (organisation, badge_number) = ($2, $3)
            RETURNING dissuasion_id
            """;
    static final String CLOSE = """
            UPDATE dissuasion SET outcome = $4, note = $5, closed_at = $6
            WHERE dissuasion_id = $1 AND closed_at IS NULL AND (organisation, badge_number) = ($2, $3)
            RETURNING dissuasion_id
            """;

    /** No id comes after it: a page from here on is the first. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Pool pool;

    DissuasionStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Dissuasion>> list(Filter filter, Instant now, int most) {
        Tuple tuple = Tuple.tuple()
                .addValue(Columns.utc(now))
                .addValue(filter.before().orElse(AFTER_ALL))
                .addValue(filter.state().map(Enum::name).orElse(null))
                .addValue(most);
        filter.caseId().ifPresent(tuple::addValue);
        return pool.preparedQuery(sql(filter)).execute(tuple).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(DissuasionRow::read)
                .toList());
    }

    private static String sql(Filter filter) {
        if (filter.caseId().isPresent()) {
            return OF_CASE;
        }
        return filter.state()
                .map(state -> state == Dissuasion.State.CLOSED ? CLOSED : UNCLOSED)
                .orElse(ALL);
    }

    @Override
    public Uni<Optional<Dissuasion>> find(UUID id, Instant now) {
        return pool.preparedQuery(FIND).execute(Tuple.of(Columns.utc(now), id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(DissuasionRow::read)
                .findFirst());
    }

    @Override
    public Uni<Optional<Dissuasion>> claim(UUID id, Officer officer, Instant now, Instant until) {
        return change(
                CLAIM,
                Tuple.of(id, officer.organisation(), officer.badgeNumber(), Columns.utc(now), Columns.utc(until)),
                id,
                now);
    }

    @Override
    public Uni<Optional<Dissuasion>> release(UUID id, Officer officer, Instant now) {
        return change(RELEASE, Tuple.of(id, officer.organisation(), officer.badgeNumber()), id, now);
    }

    @Override
    public Uni<Optional<Dissuasion>> close(UUID id, Officer officer, Dissuasion.Closing closing) {
        return change(
                CLOSE,
                Tuple.of(
                        id,
                        officer.organisation(),
                        officer.badgeNumber(),
                        closing.outcome().name(),
                        closing.note(),
                        Columns.utc(closing.at())),
                id,
                closing.at());
    }

    private Uni<Optional<Dissuasion>> change(String sql, Tuple tuple, UUID id, Instant now) {
        return pool.preparedQuery(sql)
                .execute(tuple)
                .chain(changed -> changed.size() == 0 ? Uni.createFrom().item(Optional.empty()) : find(id, now));
    }
}
