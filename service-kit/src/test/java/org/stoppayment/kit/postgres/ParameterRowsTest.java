package org.stoppayment.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What SQL calls a parameter, and what is sent at its position, are the same; whatever stands before it. */
class ParameterRowsTest {

    private static final UUID ONE = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("01890000-0000-7000-8000-000000000002");

    private record Caller(UUID id, Instant at) {}

    private record Sum(UUID id, long held, long lapsed) {}

    private static final ParameterValues<Caller> CALLER =
            ParameterValues.<Caller>first().uuid("case_id", Caller::id).instant("at", Caller::at);
    private static final ParameterRows<Sum> SUMS = ParameterRows.<Sum>after(CALLER)
            .uuid("application_id", Sum::id)
            .bigint("held_fen", Sum::held)
            .bigint("lapsed_fen", Sum::lapsed);
    private static final ParameterRows<String> NAMES =
            ParameterRows.<String>after(SUMS).text("name", name -> name);

    @Test
    void rowsAreAnItemOfFromAtTheFirstFreePosition() {
        assertThat(SUMS.as("s"))
                .isEqualTo(
                        "unnest($3::uuid[], $4::bigint[], $5::bigint[]) AS s (application_id, held_fen, lapsed_fen)\n");
        assertThat(NAMES.as("n")).isEqualTo("unnest($6::text[]) AS n (name)\n");
    }

    @Test
    void someColumnsKeepTheirPositions() {
        assertThat(SUMS.as("s", "lapsed_fen", "application_id"))
                .isEqualTo("unnest($5::bigint[], $3::uuid[]) AS s (lapsed_fen, application_id)\n");
        assertThat(SUMS.array("held_fen")).isEqualTo("$4::bigint[]");
    }

    @Test
    void parametersStandWhereTheStatementLooksForThem() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");

        Tuple tuple = CALLER.addTo(Tuple.tuple(), new Caller(ONE, noon));
        SUMS.addTo(tuple, List.of(new Sum(ONE, 1, 2), new Sum(TWO, 3, 4)));
        NAMES.addTo(tuple, List.of("a"));

        assertThat(tuple.size()).isEqualTo(NAMES.next() - 1);
        assertThat(tuple.getValue(0)).isEqualTo(ONE);
        assertThat(tuple.getValue(1)).isEqualTo(OffsetDateTime.parse("2026-01-01T12:00:00Z"));
        assertThat(tuple.getValue(2)).isEqualTo(new UUID[] {ONE, TWO});
        assertThat(tuple.getValue(3)).isEqualTo(new Long[] {1L, 3L});
        assertThat(tuple.getValue(4)).isEqualTo(new Long[] {2L, 4L});
        assertThat(tuple.getValue(5)).isEqualTo(new String[] {"a"});
    }

    @Test
    void everyTypeOfColumnHasItsArray() {
        ParameterRows<Integer> all = ParameterRows.<Integer>first()
                .optionalUuid("a", n -> Optional.of(ONE).filter(one -> n > 0))
                .integer("b", n -> n)
                .optionalBigint("c", n -> Optional.of(5L).filter(five -> n > 0))
                .bool("d", n -> n > 0)
                .instant("e", Instant::ofEpochSecond)
                .optionalInstant("f", n -> Optional.of(Instant.EPOCH).filter(epoch -> n > 0))
                .bytes("g", n -> new byte[] {n.byteValue()});

        Tuple tuple = all.addTo(Tuple.tuple(), List.of(0, 1));

        OffsetDateTime epoch = OffsetDateTime.parse("1970-01-01T00:00:00Z");
        assertThat(all.as("t"))
                .isEqualTo("unnest($1::uuid[], $2::int[], $3::bigint[], $4::boolean[], $5::timestamptz[],"
                        + " $6::timestamptz[], $7::bytea[]) AS t (a, b, c, d, e, f, g)\n");
        assertThat(tuple.getValue(0)).isEqualTo(new UUID[] {null, ONE});
        assertThat(tuple.getValue(1)).isEqualTo(new Integer[] {0, 1});
        assertThat(tuple.getValue(2)).isEqualTo(new Long[] {null, 5L});
        assertThat(tuple.getValue(3)).isEqualTo(new Boolean[] {false, true});
        assertThat(tuple.getValue(4)).isEqualTo(new OffsetDateTime[] {epoch, epoch.plusSeconds(1)});
        assertThat(tuple.getValue(5)).isEqualTo(new OffsetDateTime[] {null, epoch});
        assertThat(tuple.getValue(6))
                .isEqualTo(new Buffer[] {Buffer.buffer(new byte[] {0}), Buffer.buffer(new byte[] {1})});
    }

    @Test
    void namesOfSingleValuesBecomeParametersAndNothingElseDoes() {
        ParameterValues<String> values = ParameterValues.<String>after(SUMS)
                .text("rule", text -> text)
                .integer("int", String::length)
                .bool("no", String::isEmpty);

        assertThat(values.in("SELECT :rule, :rule_set, a:rule, n::int = :int, ':no', (:no)"))
                .isEqualTo("SELECT $6::text, :rule_set, a:rule, n::int = $7::int, '$8::boolean', ($8::boolean)");
    }

    @Test
    void parametersOutOfTheirOrderAreRefused() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> SUMS.addTo(Tuple.tuple(), List.of()))
                .withMessage("parameters before: 0 (expected: 2)");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> CALLER.addTo(Tuple.of(1), new Caller(ONE, Instant.EPOCH)))
                .withMessage("parameters before: 1 (expected: 0)");
    }

    @Test
    void namesThatAreTakenUnknownOrNotUsedAreRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SUMS.bigint("held_fen", Sum::lapsed))
                .withMessage("column: held_fen (expected: a name not used yet)");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SUMS.as("s", "lifted_fen"))
                .withMessage("column: lifted_fen (expected: one of [application_id, held_fen, lapsed_fen])");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> CALLER.uuid("at", Caller::id))
                .withMessage("value: at (expected: a name not used yet)");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> CALLER.in("SELECT :case_id"))
                .withMessage("value: at (expected: used in the statement)");
    }
}
