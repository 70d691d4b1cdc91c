package org.stoppayment.freeze.dissuasion.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.dissuasion.application.Dissuasions;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kit.postgres.Columns;

/** The dissuasion list in Postgres. Of two officers who claim an entry at once, the row's lock makes one the first. */
@ApplicationScoped
public class DissuasionStore implements Dissuasions {

    private static final String ENTRIES = "SELECT entry.* FROM " + DissuasionRow.ENTRIES_AT_1;
    public static final String FIND = ENTRIES + " WHERE dissuasion_id = $2";
    private static final String NEWEST = " dissuasion_id < $2 ORDER BY dissuasion_id DESC LIMIT $3";
    public static final String ALL = ENTRIES + " WHERE" + NEWEST;
    public static final String UNCLOSED = ENTRIES + " WHERE closed_at IS NULL AND" + NEWEST;
    public static final String CLAIMED = ENTRIES + " WHERE closed_at IS NULL AND claimed_at IS NOT NULL AND" + NEWEST;
    public static final String CLOSED = ENTRIES + " WHERE closed_at IS NOT NULL AND" + NEWEST;
    public static final String OF_CASE = """
            SELECT entry.* FROM (
                SELECT newest.dissuasion_id FROM claim CROSS JOIN LATERAL (
                    SELECT d.dissuasion_id FROM dissuasion d
                    WHERE d.institution_code = claim.institution_code AND d.account_number = claim.account_number
                      AND d.dissuasion_id < $2
                    ORDER BY d.dissuasion_id DESC LIMIT $3) newest
                WHERE claim.case_id = $4
                ORDER BY newest.dissuasion_id DESC LIMIT $3) page
            CROSS JOIN LATERAL (
            """ + ENTRIES + """
             WHERE entry.dissuasion_id = page.dissuasion_id OFFSET 0) entry
            ORDER BY page.dissuasion_id DESC
            """;
    public static final String CLAIM = """
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
    public static final String CLOSE = """
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
    public Uni<List<Dissuasion>> read(Filter filter, Optional<UUID> before, Instant now, int most) {
        Tuple tuple = Tuple.of(Columns.utc(now), before.orElse(AFTER_ALL), most);
        filter.caseId().ifPresent(tuple::addValue);
        return pool.preparedQuery(sql(filter)).execute(tuple).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(DissuasionRow::read)
                .toList());
    }

    private static String sql(Filter filter) {
        return filter.caseId().isPresent()
                ? OF_CASE
                : filter.state().map(DissuasionStore::sql).orElse(ALL);
    }

    /** Where entries that stand there lie, with as few others as an index can tell apart. */
    private static String sql(Dissuasion.State state) {
        return switch (state) {
            case OPEN, WITHDRAWN -> UNCLOSED;
            case CLAIMED -> CLAIMED;
            case CLOSED -> CLOSED;
        };
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
