package org.stoppayment.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.TestDatabase;

class RolledBackTest {

    private final Pool pool = TestDatabase.pool(2);

    @BeforeEach
    void makeTable() {
        TestDatabase.run(pool, "CREATE TABLE scratch (id int PRIMARY KEY)");
    }

    @AfterEach
    void dropTable() {
        TestDatabase.run(pool, "DROP TABLE scratch");
        pool.close().await().indefinitely();
    }

    private static Uni<RowSet<Row>> insert(Pool into, int id) {
        return into.preparedQuery("INSERT INTO scratch VALUES (" + id + ")").execute();
    }

    private static Uni<Long> count(Pool in) {
        return in.preparedQuery("SELECT count(*) FROM scratch")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Test
    void workSeesItsOwnRowsAndNothingOfThemStays() {
        long seen = RolledBack.run(pool, statements -> insert(statements, 1).chain(() -> count(statements)))
                .await()
                .indefinitely();

        assertThat(seen).isEqualTo(1);
        assertThat(count(pool).await().indefinitely()).isZero();
    }

    @Test
    void workThatFailsIsRolledBackAndItsConnectionIsUsable() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> RolledBack.run(
                                    pool, statements -> insert(statements, 1).chain(() -> insert(statements, 1)))
                            .await()
                            .indefinitely())
                    .hasMessageContaining("scratch_pkey");
        }

        assertThat(count(pool).await().indefinitely()).isZero();
    }

    @Test
    void statementsAfterTheEndAreNotExecuted() {
        List<Pool> kept = new ArrayList<>();
        List<Uni<RowSet<Row>>> made = new ArrayList<>();
        RolledBack.run(pool, statements -> {
                    kept.add(statements);
                    made.add(insert(statements, 1));
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();

        assertThatThrownBy(() -> made.get(0).await().indefinitely()).hasMessageContaining("has ended");
        assertThatThrownBy(() -> insert(kept.get(0), 2).await().indefinitely()).hasMessageContaining("has ended");
        assertThat(count(pool).await().indefinitely()).isZero();
    }

    @Test
    void workCannotTakeAConnectionAway() {
        assertThatThrownBy(() -> RolledBack.run(
                                pool,
                                statements -> statements.withTransaction(
                                        connection -> Uni.createFrom().voidItem()))
                        .await()
                        .indefinitely())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
