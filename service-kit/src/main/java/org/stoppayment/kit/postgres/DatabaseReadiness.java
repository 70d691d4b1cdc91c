package org.stoppayment.kit.postgres;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers. Says within 1.5 s that it does not; a query that hangs is not joined by others. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements AsyncHealthCheck {

    private static final String NAME = "database";
    private static final Duration TIMEOUT = Duration.ofMillis(1_500);

    private final Pool pool;
    private final AtomicBoolean asking = new AtomicBoolean();

    DatabaseReadiness(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (!asking.compareAndSet(false, true)) {
            return Uni.createFrom().item(HealthCheckResponse.down(NAME));
        }
        Uni<Boolean> answer = pool.query("SELECT 1")
                .execute()
                .map(rows -> true)
                .onTermination()
                .invoke(() -> asking.set(false))
                .memoize()
                .indefinitely();
        answer.subscribe().with(up -> {}, down -> {});
        return answer.ifNoItem()
                .after(TIMEOUT)
                .fail()
                .map(up -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }
}
