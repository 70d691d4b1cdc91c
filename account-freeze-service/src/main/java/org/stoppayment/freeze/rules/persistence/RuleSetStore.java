package org.stoppayment.freeze.rules.persistence;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.rules.file.HoldRulesFile;
import org.stoppayment.freeze.rules.file.RuleSetFile;
import org.stoppayment.freeze.rules.file.RuleSetReader;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.rules.UnusableRules;
import org.stoppayment.kit.rules.WrittenRules;

/** Rule sets in Postgres, kept as long as there are orders. Each is stored when a service first starts with it. */
@Singleton
class RuleSetStore implements RuleSets {

    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(10);

    private static final SqlStatement KEEP =
            SqlStatement.load("sql/rules/keep_rule_set.sql", "name text, content text, kept_at timestamptz");
    private static final SqlStatement FIND = SqlStatement.load("sql/rules/find_rule_set.sql", "name text");

    private final Pool pool;
    private final InstantSource clock;
    private final WrittenRules<RuleSet> current;
    private final WrittenRules<HoldRules> ofHolds;
    private final Map<String, RuleSet> known = new ConcurrentHashMap<>();

    RuleSetStore(Pool pool, InstantSource clock, RuleSetFile file, HoldRulesFile holdsFile) {
        this.pool = pool;
        this.clock = clock;
        this.current = file.written();
        this.ofHolds = holdsFile.written();
        known.put(current().name(), current());
    }

    /** Runs before anything else: no order and no freeze may name a rule set that is not stored. */
    void atStartup(@Observes @Priority(1) StartupEvent event) {
        keep(current).chain(() -> keep(ofHolds)).await().atMost(STARTUP_TIMEOUT);
    }

    /** Stores a rule set; fails with {@link UnusableRules} when other rules are stored under its name. */
    Uni<Void> keep(WrittenRules<?> written) {
        String name = written.name();
        Instant keptAt = clock.instant();
        // When two replicas start at once, the one that waited for the other's row sees it on the second try.
        return same(written, keptAt)
                .chain(same -> same ? Uni.createFrom().item(true) : same(written, keptAt))
                .invoke(same -> {
                    if (!same) {
                        throw new UnusableRules(
                                name,
                                List.of(new Violation(
                                        "version",
                                        "INVALID",
                                        "that of " + name
                                                + " (expected: a new version, for other rules were kept under this one and"
                                                + " orders refer to them)")));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> same(WrittenRules<?> written, Instant keptAt) {
        return KEEP.execute(pool, written.name(), written.json(), keptAt)
                .map(rows -> rows.iterator().next().getBoolean("same"));
    }

    @Override
    public RuleSet current() {
        return current.rules();
    }

    @Override
    public Uni<RuleSet> named(String name) {
        RuleSet cached = known.get(name);
        return cached != null
                ? Uni.createFrom().item(cached)
                : FIND.execute(pool, name)
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
