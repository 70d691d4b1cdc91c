package org.stoppayment.freeze.dissuasion.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.dissuasion.application.Dissuasions;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** The dissuasion list in Postgres. When two officers claim an entry at once, the lock of its row lets one go first. */
@ApplicationScoped
public class DissuasionStore implements Dissuasions {

    private static final SqlStatement FIND =
            SqlStatement.load("sql/dissuasion/find_entry.sql", "now timestamptz, dissuasion_id uuid");
    public static final SqlStatement ALL =
            SqlStatement.load("sql/dissuasion/list_entries.sql", "now timestamptz, before_id uuid, max_entries int");
    public static final SqlStatement UNCLOSED = SqlStatement.load(
            "sql/dissuasion/list_unclosed_entries.sql", "now timestamptz, before_id uuid, max_entries int");
    public static final SqlStatement CLAIMED = SqlStatement.load(
            "sql/dissuasion/list_claimed_entries.sql", "now timestamptz, before_id uuid, max_entries int");
    public static final SqlStatement CLOSED = SqlStatement.load(
            "sql/dissuasion/list_closed_entries.sql", "now timestamptz, before_id uuid, max_entries int");
    public static final SqlStatement OF_CASE = SqlStatement.load(
            "sql/dissuasion/list_entries_of_case.sql",
            "now timestamptz, before_id uuid, max_entries int, case_id uuid");
    private static final SqlStatement CLAIM = SqlStatement.load(
            "sql/dissuasion/claim_entry.sql",
            "dissuasion_id uuid, organisation text, badge_number text, now timestamptz, "
                    + "claimed_until timestamptz");
    private static final SqlStatement RELEASE = SqlStatement.load(
            "sql/dissuasion/release_entry.sql", "dissuasion_id uuid, organisation text, badge_number text");
    private static final SqlStatement CLOSE = SqlStatement.load(
            "sql/dissuasion/close_entry.sql",
            "dissuasion_id uuid, organisation text, badge_number text, outcome text, note text, "
                    + "closed_at timestamptz");

    /** Comes after every id: the first page starts before it. */
    private static final UUID MAX_ID = new UUID(-1, -1);

    private final Pool pool;

    DissuasionStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Dissuasion>> read(Filter filter, Optional<UUID> before, Instant now, int max) {
        UUID newest = before.orElse(MAX_ID);
        return filter.caseId()
                .map(caseId -> OF_CASE.execute(pool, now, newest, max, caseId))
                .orElseGet(() -> filter.state()
                        .map(DissuasionStore::statement)
                        .orElse(ALL)
                        .execute(pool, now, newest, max))
                .map(rows -> Rows.list(rows, DissuasionRow::read));
    }

    /** The statement that reads entries of a state, with as few others as an index can exclude. */
    private static SqlStatement statement(Dissuasion.State state) {
        return switch (state) {
            case OPEN, WITHDRAWN -> UNCLOSED;
            case CLAIMED -> CLAIMED;
            case CLOSED -> CLOSED;
        };
    }

    @Override
    public Uni<Optional<Dissuasion>> find(UUID id, Instant now) {
        return FIND.execute(pool, now, id).map(rows -> Rows.first(rows, DissuasionRow::read));
    }

    @Override
    public Uni<Optional<Dissuasion>> claim(UUID id, Officer officer, Instant now, Instant until) {
        return CLAIM.execute(pool, id, officer.organisation(), officer.badgeNumber(), now, until)
                .chain(changed -> entry(changed, id, now));
    }

    @Override
    public Uni<Optional<Dissuasion>> release(UUID id, Officer officer, Instant now) {
        return RELEASE.execute(pool, id, officer.organisation(), officer.badgeNumber())
                .chain(changed -> entry(changed, id, now));
    }

    @Override
    public Uni<Optional<Dissuasion>> close(UUID id, Officer officer, Dissuasion.Closing closing) {
        return CLOSE.execute(
                        pool,
                        id,
                        officer.organisation(),
                        officer.badgeNumber(),
                        closing.outcome().name(),
                        closing.note(),
                        closing.at())
                .chain(changed -> entry(changed, id, closing.at()));
    }

    private Uni<Optional<Dissuasion>> entry(RowSet<Row> changed, UUID id, Instant now) {
        return changed.size() == 0 ? Uni.createFrom().item(Optional.empty()) : find(id, now);
    }
}
