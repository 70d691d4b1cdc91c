package org.stoppayment.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stoppayment.recovery.testkit.ExpectedBooks.books;
import static org.stoppayment.recovery.testkit.ExpectedBooks.positions;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.held;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.recovery.v1.GetAccountLedgerRequest;
import org.stoppayment.proto.recovery.v1.GetAccountLedgerResponse;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.LedgerEntry;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Statements of cases and accounts, in pages and as recorded at a moment. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class StatementTest {

    TcpProxy link;

    private final String caseId = newId();
    private RecoveryClient client;

    @BeforeEach
    void connect() {
        client = new RecoveryClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private GetRecoveryRequest.Builder ofCase() {
        return GetRecoveryRequest.newBuilder().setCaseId(caseId);
    }

    @Test
    void entriesComeInPagesInTheOrderOfTheirMovements() {
        for (int second : new int[] {5, 1, 3, 1}) {
            client.deliver(event(caseId, second, reported(CARD, 1), held(CARD, 1)));
        }

        List<LedgerEntry> inPages = client.entries(ofCase(), 3);

        assertThat(inPages).hasSize(8).doesNotHaveDuplicates().isEqualTo(client.entries(ofCase(), 200));
        assertThat(inPages)
                .extracting(entry -> entry.getOccurredAt().getSeconds())
                .isSorted();
        assertThat(client.statement(ofCase().setPageSize(3)).getEntriesList()).hasSize(3);
        assertThat(client.statement(ofCase().setPageSize(3)).getTotal()).isEqualTo(positions(4, 4, 0, 0, 0));
    }

    @Test
    void positionsAreOnTheFirstPageAlone() {
        client.deliver(event(caseId, 0, reported(CARD, 1), held(CARD, 1)));
        GetRecoveryResponse first = client.statement(ofCase().setPageSize(1));

        GetRecoveryResponse second = client.statement(ofCase().setPageSize(1).setPageToken(first.getNextPageToken()));

        assertThat(first.hasTotal()).isTrue();
        assertThat(second.hasTotal()).isFalse();
        assertThat(second.getAccountsCount()).isZero();
        assertThat(second.getEntriesCount()).isEqualTo(1);
    }

    @Test
    void aPageHasFiftyEntriesWhenItsSizeIsNotGiven() {
        List<org.stoppayment.proto.freeze.v1.FundsMovement> many = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            many.add(reported(CARD, 1));
        }
        client.deliver(event(caseId, 0, many.toArray(org.stoppayment.proto.freeze.v1.FundsMovement[]::new)));

        GetRecoveryResponse first = client.recovery(caseId);

        assertThat(first.getEntriesCount()).isEqualTo(50);
        assertThat(first.getTotal().getReportedFen()).isEqualTo(120);
        assertThat(client.entries(ofCase(), 0)).hasSize(120);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "201 | '' | pageSize",
                "-1 | '' | pageSize",
                "1 | x | pageToken",
                "1 | 2026-01-01T00:00:00Z/x/1 | pageToken",
                "1 | now/00000000-0000-0000-0000-000000000001/1 | pageToken",
                "1 | 2026-01-01T00:00:00Z/00000000-0000-0000-0000-000000000001/x | pageToken"
            })
    void whatIsNoPageIsRefused(int size, String token, String field) {
        client.deliver(event(caseId, 0, reported(CARD, 1)));

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> client.statement(ofCase().setPageSize(size).setPageToken(token)))
                .satisfies(failure -> {
                    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(failure.getStatus().getDescription()).contains(field);
                });
    }

    @Test
    void booksAreShownAsTheyWereRecordedWhateverWasToldLaterOfEarlierMovements() {
        client.deliver(event(caseId, 60, held(CARD, 70)));
        Timestamp then = client.recovery(caseId).getEntries(0).getRecordedAt();
        client.deliver(event(caseId, 0, reported(CARD, 100)));

        GetRecoveryResponse known = client.statement(ofCase().setRecordedUntil(then));

        assertThat(known.getTotal()).isEqualTo(positions(0, 70, 0, 0, -70));
        assertThat(known.getEntriesCount()).isEqualTo(1);
        assertThat(client.recovery(caseId).getTotal()).isEqualTo(positions(100, 70, 0, 0, 30));
    }

    @Test
    void beforeAnythingWasRecordedThereAreNoBooks() {
        client.deliver(event(caseId, 0, reported(CARD, 100)));

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> client.statement(
                        ofCase().setRecordedUntil(Timestamp.newBuilder().setSeconds(1))))
                .satisfies(failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    @Test
    void accountIsShownByCaseWithTheEntriesOfAll() {
        Account account = account("62220202" + newId().substring(24));
        String other = newId();
        client.deliver(
                event(caseId, 0, reported(account, 100), held(account, 80)), event(other, 1, reported(account, 50)));
        client.deliver(event(
                other,
                2,
                reported(account.toBuilder().setInstitutionCode("104100000004").build(), 7)));

        GetAccountLedgerResponse ledger = ledger(account, 2, "");

        assertThat(ledger.getCasesList())
                .extracting(positions -> positions.getCaseId() + positions.getPositions())
                .containsExactlyInAnyOrder(caseId + positions(100, 80, 0, 0, 20), other + positions(50, 0, 0, 0, 50));
        assertThat(ledger.getEntriesList()).extracting(LedgerEntry::getCaseId).containsExactly(caseId, caseId);
        assertThat(ledger(account, 2, ledger.getNextPageToken()).getEntriesList())
                .extracting(LedgerEntry::getCaseId)
                .containsExactly(other);
    }

    private GetAccountLedgerResponse ledger(Account account, int pageSize, String token) {
        return client.books()
                .getAccountLedger(GetAccountLedgerRequest.newBuilder()
                        .setInstitutionCode(account.getInstitutionCode())
                        .setAccountNumber(account.getNumber())
                        .setPageSize(pageSize)
                        .setPageToken(token)
                        .build());
    }

    @Test
    void anAccountIsDescribedAsItWasLastAndAnEmptyPartTakesNothingAway() {
        Account bare = CARD.toBuilder()
                .clearName()
                .setKind(AccountKind.ACCOUNT_KIND_UNSPECIFIED)
                .build();
        Account renamed = CARD.toBuilder()
                .setName("Wang Wuu")
                .setKind(AccountKind.ACCOUNT_KIND_BANK_CORPORATE)
                .build();
        client.deliver(event(caseId, 3, reported(bare, 1)));
        client.deliver(event(caseId, 2, reported(renamed, 1)));
        client.deliver(event(caseId, 1, reported(CARD, 1)));

        assertThat(client.recovery(caseId).getAccountsList()).containsExactly(books(renamed, positions(3, 0, 0, 0, 3)));
    }

    @Test
    void sumsThatNoLongHoldsAreAnErrorAndNoWrongSum() throws Exception {
        Books database = new Books(link);
        client.deliver(event(caseId, 0, reported(CARD, 100_000_000_000_000_000L)));
        database.run("""
                INSERT INTO ledger_entry (entry_id, event_id, ordinal, case_id, institution_code, account_number, account_name,
                    account_kind, cause, credited, debited, amount_fen, occurred_at, recorded_at)
                SELECT gen_random_uuid(), event_id, i, case_id, institution_code, account_number, account_name, account_kind, cause,
                       credited, debited, amount_fen, occurred_at, recorded_at
                FROM ledger_entry, generate_series(1, 92) i WHERE case_id = '%s'""".formatted(caseId));

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> client.recovery(caseId))
                .satisfies(failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL));
    }

    private static Account account(String number) {
        return CARD.toBuilder().setNumber(number).build();
    }
}
