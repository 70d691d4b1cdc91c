package org.stoppayment.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each parameter is sent at the position of its name. */
class SqlStatementTest {

    private static final UUID ONE = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("01890000-0000-7000-8000-000000000002");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private record Seat(UUID id, String note) {}

    private record Party(String guest, int hall, Instant at, List<Seat> seats) {}

    private static final ValueParameters<Party> PARTY = ValueParameters.<Party>of()
            .text("guest", Party::guest)
            .integer("hall", Party::hall)
            .instant("at", Party::at);
    private static final RowParameters<Seat> SEATS =
            RowParameters.<Seat>of().uuid("seat_id", Seat::id).text("note", Seat::note);

    private static BatchStatement.Builder<Party> statement(String path) {
        return BatchStatement.<Party>of(path).values(PARTY, party -> party).rows("seats", SEATS, Party::seats);
    }

    @Test
    void onlyNamesBecomeTypedParameters() {
        assertThat(statement("sql/test/reserve.sql").build().sql()).isEqualTo("""
                WITH wanted AS (
                    SELECT * FROM unnest($4::uuid[], $5::text[]) AS s (seat_id, note)),
                free AS (
                    SELECT id FROM seat WHERE hall = $2::int
                ),
                taken AS (
                    UPDATE seat SET taken_at = $3::timestamptz, note = ':at -- kept'
                    FROM wanted w JOIN unnest($5::text[], $4::uuid[]) AS n (note, seat_id) USING (seat_id)
                    WHERE seat.id = ANY ($4::uuid[]))
                SELECT $1::text AS guest, "a:at" FROM taken
                WHERE n::int = cardinality($5::text[])
                """);
    }

    @Test
    void parametersAreInTheOrderOfTheStatement() {
        Party party = new Party("Li", 7, NOON, List.of(new Seat(ONE, "a"), new Seat(TWO, "b")));

        Tuple tuple = statement("sql/test/reserve.sql").build().parameters(party);

        assertThat(tuple.size()).isEqualTo(5);
        assertThat(tuple.getValue(0)).isEqualTo("Li");
        assertThat(tuple.getValue(1)).isEqualTo(7);
        assertThat(tuple.getValue(2)).isEqualTo(OffsetDateTime.parse("2026-01-01T12:00:00Z"));
        assertThat(tuple.getValue(3)).isEqualTo(new UUID[] {ONE, TWO});
        assertThat(tuple.getValue(4)).isEqualTo(new String[] {"a", "b"});
    }

    @Test
    void valuesAreSentInTheOrderOfTheirNames() {
        SqlStatement find = SqlStatement.load("sql/test/find.sql", "before timestamptz, ids uuid[], halls text[]");

        Tuple tuple = find.parameters(Optional.of(NOON), List.of(), Set.of("a"));

        assertThat(find.sql())
                .isEqualTo("SELECT id FROM seat WHERE id = ANY ($2::uuid[]) AND taken_at < $1::timestamptz"
                        + " AND hall = ANY ($3::text[])\n");
        assertThat(tuple.getValue(0)).isEqualTo(OffsetDateTime.parse("2026-01-01T12:00:00Z"));
        assertThat(tuple.getValue(1)).isEqualTo(new UUID[0]);
        assertThat(tuple.getValue(2)).isEqualTo(new String[] {"a"});
        assertThat(find.parameters(Optional.empty(), List.of(), List.of()).getValue(0))
                .isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find.parameters(NOON))
                .withMessage("sql/test/find.sql: 1 values (expected: 3)");
    }

    @Test
    void everyColumnTypeIsSentAsAnArray() {
        RowParameters<Integer> all = RowParameters.<Integer>of()
                .optionalUuid("a", n -> Optional.of(ONE).filter(one -> n > 0))
                .integer("b", n -> n)
                .optionalBigint("c", n -> Optional.of(5L).filter(five -> n > 0))
                .bool("d", n -> n > 0)
                .instant("e", Instant::ofEpochSecond)
                .optionalInstant("f", n -> Optional.of(Instant.EPOCH).filter(epoch -> n > 0))
                .bytes("g", n -> new byte[] {n.byteValue()})
                .bigint("h", n -> n);
        List<Integer> rows = List.of(0, 1);

        OffsetDateTime epoch = OffsetDateTime.parse("1970-01-01T00:00:00Z");
        assertThat(all.columns())
                .extracting(Parameter::type)
                .containsExactly(
                        "uuid[]",
                        "int[]",
                        "bigint[]",
                        "boolean[]",
                        "timestamptz[]",
                        "timestamptz[]",
                        "bytea[]",
                        "bigint[]");
        assertThat(all.columns())
                .extracting(column -> column.value().apply(rows))
                .containsExactly(
                        new UUID[] {null, ONE},
                        new Integer[] {0, 1},
                        new Long[] {null, 5L},
                        new Boolean[] {false, true},
                        new OffsetDateTime[] {epoch, epoch.plusSeconds(1)},
                        new OffsetDateTime[] {null, epoch},
                        new Buffer[] {Buffer.buffer(new byte[] {0}), Buffer.buffer(new byte[] {1})},
                        new Long[] {0L, 1L});
    }

    @Test
    void duplicateUnknownAndUnusedNamesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SEATS.text("note", Seat::note))
                .withMessage("note (expected: declared once)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statement("sql/test/reserve.sql").values(PARTY, party -> party))
                .withMessage("sql/test/reserve.sql: :guest (expected: declared once)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlStatement.load("sql/test/find.sql", "ids uuid[]"))
                .withMessage("sql/test/find.sql: :before (expected: one of [ids])");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statement("sql/test/reserve.sql")
                        .rows("more", SEATS, Party::seats)
                        .build())
                .withMessage("sql/test/reserve.sql: more.note, more.seat_id (expected: used in the statement)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statement("sql/test/alias_missing.sql").build())
                .withMessage("sql/test/alias_missing.sql: :seats (expected: :seats AS alias, or :seats.column)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlStatement.load("sql/test/find.sql", "before"))
                .withMessage("sql/test/find.sql: before (expected: a name and a type)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlStatement.load("sql/test/include_missing.sql"))
                .withMessage("sql/test/include/nothing.sql (expected: a resource)");
    }
}
