package org.stoppayment.recovery.plans.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** A draft that fails leaves the others alone; a database that is away ends the run. */
class DraftingPlansTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<AccountRef.Key> ACCOUNTS =
            List.of(new AccountRef.Key("102100099996", "one"), new AccountRef.Key("102100099996", "two"));

    private final List<AccountRef.Key> tried = new ArrayList<>();

    @Test
    void failureOfOneDraftLeavesTheOthersAlone() {
        drafting(false).draftDue().await().atMost(PATIENCE);

        assertThat(tried).isEqualTo(ACCOUNTS);
    }

    @Test
    void databaseThatIsAwayEndsTheRun() {
        assertThatThrownBy(() -> drafting(true).draftDue().await().atMost(PATIENCE))
                .isInstanceOf(IllegalStateException.class);

        assertThat(tried).containsExactly(ACCOUNTS.get(0));
    }

    @Test
    void draftWaitsForSharesThatAreDueButNotForEver() {
        Due due = new Due(false);
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        DraftingPlans drafting = drafting(due, now::get);

        for (int seconds : List.of(0, 1, 9, 10, 11)) {
            now.set(NOW.plusSeconds(seconds));
            due.accounts = ACCOUNTS;
            drafting.draftDue().await().atMost(PATIENCE);
        }

        // Each run asks once more, and is answered that nothing is left.
        assertThat(due.onlySettled).containsExactly(false, false, true, true, true, true, false, false, true, true);
    }

    private DraftingPlans drafting(boolean isAway) {
        return drafting(new Due(isAway), InstantSource.fixed(NOW));
    }

    private DraftingPlans drafting(DueDrafts due, InstantSource clock) {
        Plans failing = (Plans) Proxy.newProxyInstance(
                Plans.class.getClassLoader(), new Class<?>[] {Plans.class}, (proxy, method, arguments) -> {
                    tried.add((AccountRef.Key) arguments[0]);
                    return Uni.createFrom().failure(new IllegalStateException("no plan"));
                });
        return new DraftingPlans(due, failing, null, new Config(), clock);
    }

    private record Config() implements PlanConfig {

        @Override
        public Duration lookForDueDrafts() {
            return Duration.ZERO;
        }

        @Override
        public Duration lease() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int maxDrafts() {
            return 50;
        }
    }

    private static final class Due implements DueDrafts {

        private final boolean isAway;
        private final List<Boolean> onlySettled = new ArrayList<>();
        private List<AccountRef.Key> accounts = ACCOUNTS;

        Due(boolean isAway) {
            this.isAway = isAway;
        }

        @Override
        public Uni<List<DueDraft>> claim(Instant now, Duration lease, int max, boolean settled) {
            onlySettled.add(settled);
            List<DueDraft> taken = accounts.stream()
                    .map(each -> new DueDraft(each, now.plus(lease)))
                    .toList();
            accounts = List.of();
            return Uni.createFrom().item(taken);
        }

        @Override
        public Uni<Void> mark(Collection<AccountRef.Key> marked, Instant now) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> finish(DueDraft draft) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public boolean isAway(Throwable failure) {
            return isAway;
        }
    }
}
