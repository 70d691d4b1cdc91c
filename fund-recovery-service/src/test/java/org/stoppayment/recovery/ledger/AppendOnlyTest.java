package org.stoppayment.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** The constraints and triggers of the database. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class AppendOnlyTest {

    private static final String COPY = """
            INSERT INTO ledger_entry (entry_id, event_id, ordinal, case_id, institution_code, account_number,
                                      account_name, account_kind, cause, credited, debited, amount_fen, occurred_at, recorded_at)
            SELECT gen_random_uuid(), %s, 0, case_id, institution_code, %s, account_name, %s, %s, %s, %s, %s, occurred_at,
                   recorded_at
            FROM ledger_entry WHERE case_id = '%s'
            """;

    TcpProxy link;

    private final String caseId = newId();
    private Books books;
    private RecoveryClient client;

    @BeforeEach
    void bookOneEntry() {
        books = new Books(link);
        client = new RecoveryClient();
        client.deliver(event(caseId, 0, reported(CARD, 100)));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET amount_fen = 1",
                "UPDATE ledger_entry SET amount_fen = 1 WHERE false",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_entry",
                "INSERT INTO ledger_entry SELECT * FROM ledger_entry ON CONFLICT (entry_id) DO UPDATE SET amount_fen = 1",
                "UPDATE inbox SET event_id = gen_random_uuid()",
                "DELETE FROM inbox",
                "TRUNCATE inbox"
            })
    void bookedRowsCannotBeChanged(String change) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> books.run(change))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("23001"));
        assertThat(client.recovery(caseId).getTotal().getReportedFen()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // event id | account number | kind | cause | credited | debited | amount | SQLSTATE
                "event_id | account_number | account_kind | cause | credited | debited | amount_fen | 23505",
                "gen_random_uuid() | '' | account_kind | cause | credited | debited | amount_fen | 23514",
                "gen_random_uuid() | account_number | 'POCKET' | cause | credited | debited | amount_fen | 23514",
                "gen_random_uuid() | account_number | account_kind | 'WHIM' | credited | debited | amount_fen | 23514",
                "gen_random_uuid() | account_number | account_kind | cause | 'POCKET' | debited | amount_fen | 23514",
                "gen_random_uuid() | account_number | account_kind | cause | credited | 'POCKET' | amount_fen | 23514",
                "gen_random_uuid() | account_number | account_kind | cause | credited | credited | amount_fen | 23514",
                "gen_random_uuid() | account_number | account_kind | cause | credited | debited | 0 | 23514",
                "gen_random_uuid() | account_number | account_kind | cause | credited | debited | -1 | 23514",
                "gen_random_uuid() | account_number | account_kind | cause | credited | debited | 100000000000000001 | 23514"
            })
    void invalidEntriesAreRefused(
            String eventId,
            String number,
            String kind,
            String cause,
            String credited,
            String debited,
            String amount,
            String sqlState) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() ->
                        books.run(COPY.formatted(eventId, number, kind, cause, credited, debited, amount, caseId)))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo(sqlState));
        assertThat(books.entriesOf(caseId)).isEqualTo(1);
    }

    @Test
    void impossibleEntryIsAnInternalError() throws SQLException {
        books.run("ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_amount");
        try {
            books.run(COPY.formatted(
                    "gen_random_uuid()",
                    "account_number",
                    "account_kind",
                    "cause",
                    "credited",
                    "debited",
                    Long.toString(Long.MAX_VALUE),
                    caseId));
        } finally {
            books.run("ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_amount"
                    + " CHECK (amount_fen BETWEEN 1 AND 100000000000000000) NOT VALID");
        }

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> client.recovery(caseId))
                .satisfies(failure -> {
                    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
                    assertThat(failure.getStatus().getDescription()).startsWith("internal error, correlation id ");
                });
    }
}
