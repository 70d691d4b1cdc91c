package org.stoppayment.freeze.queries.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.holds.domain.DeliveryProgress;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Jitter;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

class QueryDueTimesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final ApplicationId ID = ApplicationId.of("0199db20-11c0-7a10-9c44-5e1f0b7d2a01");
    private static final DoubtRules DOUBT = new DoubtRules(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60));

    private final QueryDueTimes times = new QueryDueTimes(new AmendmentDueTimes(
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            new Jitter(new SplittableRandom(7))));

    private static AccountQuery query(QueryState state, int failures, Optional<KeptAnswer> answer) {
        return new AccountQuery(
                ID,
                new QueryApplication(
                        CaseId.of("0199d0a0-7a00-7c11-9b7e-2f4e6a8c0d12"),
                        new AccountRef("102100099996", "6222020000000000018", "", AccountKind.BANK_PERSONAL),
                        Question.of(QueryKind.ACCOUNTS),
                        PageOfQuery.first(ID),
                        QueryBasis.emergency("110", Optional.empty()),
                        "FAKE_LOAN",
                        new Officer("110", "012345"),
                        NOW),
                state,
                new DeliveryProgress(1, failures, Optional.empty()),
                "",
                "",
                answer);
    }

    private static Optional<KeptAnswer> owed(Instant at) {
        return Optional.of(new KeptAnswer("d", true, false, List.of(), at));
    }

    @Test
    void whatWaitsForTheInstitutionIsLookedAtAgain() {
        assertThat(times.next(query(QueryState.SENDING, 0, Optional.empty()), DOUBT, NOW))
                .contains(NOW.plusSeconds(8));
        assertThat(times.next(query(QueryState.ACCEPTED, 0, Optional.empty()), DOUBT, NOW))
                .contains(NOW.plusSeconds(15));
        assertThat(times.next(query(QueryState.QUEUED, 0, Optional.empty()), DOUBT, NOW))
                .contains(NOW);
        assertThat(times.next(query(QueryState.IN_DOUBT, 20, Optional.empty()), DOUBT, NOW))
                .hasValueSatisfying(due -> assertThat(due).isBetween(NOW, NOW.plusSeconds(30)));
    }

    @Test
    void decidedQueriesAreNeverDue() {
        assertThat(times.next(query(QueryState.MANUAL, 3, Optional.empty()), DOUBT, NOW))
                .isEmpty();
        assertThat(times.next(query(QueryState.DECLINED, 0, Optional.empty()), DOUBT, NOW))
                .isEmpty();
        Optional<KeptAnswer> whole = Optional.of(new KeptAnswer("d", true, true, List.of(), NOW));
        assertThat(times.next(query(QueryState.ANSWERED, 0, whole), DOUBT, NOW)).isEmpty();
    }

    @Test
    void whatIsOwedIsAskedForOftenThenSeldomThenNoMore() {
        assertThat(times.next(query(QueryState.ANSWERED, 20, owed(NOW)), DOUBT, NOW))
                .hasValueSatisfying(due -> assertThat(due).isBefore(NOW.plusSeconds(31)));
        assertThat(times.next(query(QueryState.ANSWERED, 20, owed(NOW.minus(Duration.ofMinutes(10)))), DOUBT, NOW))
                .contains(NOW.plus(Duration.ofMinutes(10)));
        assertThat(times.next(query(QueryState.ANSWERED, 20, owed(NOW.minus(Duration.ofDays(1)))), DOUBT, NOW))
                .isEmpty();
    }
}
