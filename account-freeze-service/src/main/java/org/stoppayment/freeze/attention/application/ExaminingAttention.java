package org.stoppayment.freeze.attention.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.stoppayment.freeze.shared.domain.DatabaseTime;

/**
 * Notes accounts that need no attention any more, so that the list need not work that out again until they change: what officers
 * closed, what was replaced, what is held again. Any replica may do it.
 */
@ApplicationScoped
public class ExaminingAttention {

    /** Far longer than any transaction takes: an account at rest for that long has no change that is not visible yet. */
    static final Duration AT_REST = Duration.ofMinutes(10);

    private static final int MAX_AT_ONCE = 500;

    private final AttentionItems items;
    private final InstantSource clock;

    ExaminingAttention(AttentionItems items, InstantSource clock) {
        this.items = items;
        this.clock = clock;
    }

    /** Examines all accounts that are at rest and have changed since they were examined. */
    public Uni<Void> examine() {
        Instant now = DatabaseTime.truncated(clock.instant());
        return items.examine(now, now.minus(AT_REST), MAX_AT_ONCE)
                .chain(noted -> noted < MAX_AT_ONCE ? Uni.createFrom().voidItem() : examine());
    }
}
