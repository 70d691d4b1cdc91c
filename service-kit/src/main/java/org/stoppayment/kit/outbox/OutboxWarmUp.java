package org.stoppayment.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.postgres.RolledBack;
import org.stoppayment.kit.warmup.WarmUp;

/** Warms up the deletion of an event that was delivered. */
@ApplicationScoped
class OutboxWarmUp implements WarmUp {

    private final Pool pool;
    private final Ids ids;

    OutboxWarmUp(Pool pool, Ids ids) {
        this.pool = pool;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "the outbox";
    }

    @Override
    public Uni<Void> run() {
        return RolledBack.run(pool, statements -> new OutboxTable(statements).delete(List.of(ids.newEventId())));
    }
}
