package org.stoppayment.freeze.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.freeze.testkit.WorldResource;
import org.stoppayment.freeze.tracing.persistence.CaseGraphReader;
import org.stoppayment.kit.testing.ProxiedPostgresResource;

/** Whatever moment a row has, and whatever time zone the database writes it in, the case can be read. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(WorldResource.class)
class StoredMomentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Pool pool;

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:00:00.123456Z, UTC",
        "2026-03-01T08:00:00Z, Asia/Kolkata",
        "2026-03-01T08:00:00Z, America/St_Johns",
        "0001-01-01T00:00:00Z, UTC",
        "0001-01-01T00:00:00Z, Asia/Shanghai",
        "0001-01-01T00:00:00Z, America/New_York",
        "0000-01-01T00:00:00Z, UTC",
        "0000-12-31T14:00:00Z, UTC",
        "-4711-01-01T00:00:00Z, UTC",
        "9999-12-31T23:59:59.999999Z, UTC",
        "9999-12-31T23:59:59.999999Z, Asia/Shanghai",
        "+10000-01-01T09:59:59Z, UTC"
    })
    void everyMomentThatPostgresKeepsIsReadFromItsJson(Instant moment, String zone) {
        Row row = pool.withTransaction(connection -> connection
                        .preparedQuery("SELECT set_config('TimeZone', $1, true)")
                        .execute(Tuple.of(zone))
                        .chain(() -> connection
                                .preparedQuery("SELECT json_build_object('at', to_timestamp($1::bigint)"
                                        + " + $2::int * interval '1 microsecond') AS json")
                                .execute(Tuple.of(moment.getEpochSecond(), moment.getNano() / 1_000))))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();

        assertThat(CaseGraphReader.moment((JsonObject) row.getValue("json"), "at"))
                .contains(moment);
    }
}
