package org.stoppayment.freeze.rules.persistence;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.rules.file.RuleSetFile;
import org.stoppayment.freeze.rules.file.RuleSetReader;
import org.stoppayment.freeze.rules.file.UnusableRules;
import org.stoppayment.freeze.rules.file.WrittenRules;
import org.stoppayment.kit.postgres.Columns;

/** Rule sets in Postgres, for as long as there are orders. Each is kept when a service first starts with it. */
@Singleton
class RuleSetStore implements RuleSets {

    private static final Duration STARTUP_PATIENCE = Duration.ofSeconds(10);

    private static final String KEEP = """
            WITH kept AS (
                INSERT INTO rule_set (name, content, kept_at) VALUES ($1, $2::text::jsonb, $3)
                ON CONFLICT (name) DO NOTHING RETURNING name)
            SELECT EXISTS (SELECT FROM kept)
                   OR EXISTS (SELECT FROM rule_set WHERE name = $1 AND content = $2::text::jsonb) AS same
            """;
    private static final String FIND = "SELECT content::text AS content FROM rule_set WHERE name = $1";

    private final Pool pool;
    private final InstantSource clock;
    private final WrittenRules current;
    private final Map<String, RuleSet> known = new ConcurrentHashMap<>();

    RuleSetStore(Pool pool, InstantSource clock, RuleSetFile file) {
        this.pool = pool;
        this.clock = clock;
        this.current = file.written();
        known.put(current().name(), current());
    }

    /** Before anything else is done: no order may name a rule set that is not kept. */
    void atStartup(@Observes @Priority(1) StartupEvent event) {
        keep(current).await().atMost(STARTUP_PATIENCE);
    }

    /** Keeps a rule set; fails with {@link UnusableRules} when other rules were kept under its name. */
    Uni<Void> keep(WrittenRules written) {
        String name = written.rules().name();
        Tuple parameters = Tuple.of(name, written.json(), Columns.utc(clock.instant()));
        // Two replicas that start at once: the one that waited for the other's row sees it on the second look.
        return same(parameters)
                .chain(same -> same ? Uni.createFrom().item(true) : same(parameters))
                .invoke(same -> {
                    if (!same) {
                        throw new UnusableRules(
                                name,
                                List.of("version: " + written.rules().version()
                                        + " (expected: a new version, for other rules were kept under this one and"
                                        + " orders refer to them)"));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> same(Tuple parameters) {
        return pool.preparedQuery(KEEP)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getBoolean("same"));
    }

    @Override
    public RuleSet current() {
        return current.rules();
    }

    @Override
    public Uni<RuleSet> named(String name) {
        RuleSet met = known.get(name);
        return met != null
                ? Uni.createFrom().item(met)
                : pool.preparedQuery(FIND)
                        .execute(Tuple.of(name))
                        .map(rows -> {
                            if (rows.size() == 0) {
                                throw new IllegalStateException("rule set " + name + " was never kept");
                            }
                            return RuleSetReader.json(rows.iterator().next().getString("content"), name)
                                    .rules();
                        })
                        .invoke(rules -> known.put(name, rules));
    }

    @Override
    public List<RuleSet> known() {
        return List.copyOf(known.values());
    }
}
