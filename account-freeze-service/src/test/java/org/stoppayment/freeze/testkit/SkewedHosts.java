package org.stoppayment.freeze.testkit;

import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kit.time.CorrectedTime;
import org.stoppayment.kit.time.DatabaseOffset;
import org.stoppayment.kit.work.Jobs;

/** Three replicas on hosts whose clocks are ten minutes apart. Each corrects its clock by the offset to the database, as in production. */
public final class SkewedHosts {

    /** How far the clocks of two hosts are apart. */
    public static final Duration SKEW = Duration.ofMinutes(10);

    private SkewedHosts() {}

    /** What each host has of its own, made with its clock. */
    public static <T> List<T> three(Pool pool, Jobs jobs, Function<InstantSource, T> host) {
        return Stream.of(SKEW.negated(), Duration.ZERO, SKEW)
                .map(skew -> host.apply(clock(pool, jobs, skew)))
                .toList();
    }

    private static InstantSource clock(Pool pool, Jobs jobs, Duration skew) {
        CorrectedTime clock =
                new CorrectedTime(() -> SystemTime.SOURCE.instant().plus(skew), SystemTime.SOURCE::nanoTime);
        new DatabaseOffset(clock, pool, jobs).measure().await().atMost(FreezeFixture.PATIENCE);
        return clock;
    }

    /** All hosts look at once; ends when none has anything in flight. */
    public static <T> void lookAtOnce(List<T> hosts, Function<T, Uni<Void>> look, Predicate<T> isIdle) {
        Uni.join()
                .all(hosts.stream()
                        .map(host -> Uni.createFrom().deferred(() -> look.apply(host)))
                        .toList())
                .andFailFast()
                .await()
                .atMost(FreezeFixture.PATIENCE);
        await().atMost(FreezeFixture.PATIENCE)
                .pollInterval(Duration.ofMillis(15))
                .until(() -> hosts.stream().allMatch(isIdle));
    }
}
