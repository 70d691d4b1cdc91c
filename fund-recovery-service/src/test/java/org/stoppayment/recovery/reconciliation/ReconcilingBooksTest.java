package org.stoppayment.recovery.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.held;
import static org.stoppayment.recovery.testkit.Moves.lapsed;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;
import static org.stoppayment.recovery.testkit.Moves.traced;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.recovery.v1.LedgerDifference;
import org.stoppayment.proto.recovery.v1.LedgerDifferenceKind;
import org.stoppayment.proto.recovery.v1.ListLedgerDifferencesRequest;
import org.stoppayment.proto.recovery.v1.ReconciliationServiceGrpc;
import org.stoppayment.recovery.reconciliation.application.Differences;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.FactEvents;
import org.stoppayment.recovery.testkit.FactRows;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** The books of an account beside what its institution told. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class ReconcilingBooksTest {

    private static final Duration SETTLE = Duration.ofMinutes(15);
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    TcpProxy link;

    @Inject
    Differences differences;

    @Inject
    InstantSource clock;

    private final Account account =
            FactEvents.account("62220202" + newId().substring(24).replaceAll("[^0-9]", "7"));
    private final AccountRef.Key key = new AccountRef.Key(account.getInstitutionCode(), account.getNumber());
    private final String caseId = newId();
    private Instant now = Instant.parse("2027-01-01T00:00:00Z");
    private RecoveryClient client;
    private Books database;
    private FactRows facts;

    @BeforeEach
    void connect() throws SQLException {
        client = new RecoveryClient();
        database = new Books(link);
        facts = new FactRows(database);
        database.run("DELETE FROM reconciled_account");
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    /** Compares what is due, then waits as long as a difference must stand. */
    private void compare() {
        differences
                .compareDue(now, now.minus(SETTLE), now.plus(SETTLE), now.plus(Duration.ofDays(1)), 100)
                .await()
                .atMost(Duration.ofSeconds(30));
        now = now.plus(SETTLE);
    }

    private List<LedgerDifference> listed(boolean includeResolved) {
        return ReconciliationServiceGrpc.newBlockingStub(client.channel())
                .listLedgerDifferences(ListLedgerDifferencesRequest.newBuilder()
                        .setIncludeResolved(includeResolved)
                        .setPageSize(200)
                        .build())
                .getDifferencesList()
                .stream()
                .filter(difference -> difference.getAccount().getNumber().equals(account.getNumber()))
                .toList();
    }

    @Test
    void booksThatAgreeHaveNoDifference() {
        client.deliver(event(caseId, 0, reported(account, 100), held(account, 60)));
        facts.hold(UUID.fromString(caseId), key, "STOP", 60, THEN);
        facts.balance(key, 60, THEN);
        compare();
        compare();

        assertThat(database.number(differencesOfAccount())).isZero();
    }

    @Test
    void aStopThatHoldsMoreThanTheCaseHasThereAgrees() {
        client.deliver(event(caseId, 0, reported(account, 100), held(account, 100)));
        facts.hold(UUID.fromString(caseId), key, "STOP", 5_000, THEN);
        facts.balance(key, 5_000, THEN);
        compare();

        assertThat(database.number(differencesOfAccount())).isZero();
    }

    @Test
    void claimsOfTwoCasesOnOneStopOverlapAndAgree() {
        client.deliver(event(caseId, 0, reported(account, 100), held(account, 60)));
        client.deliver(event(newId(), 0, reported(account, 100), held(account, 60)));
        facts.hold(UUID.fromString(caseId), key, "STOP", 60, THEN);
        compare();

        assertThat(database.number(differencesOfAccount())).isZero();
    }

    @Test
    void whatIsBookedAsHeldWithoutAHoldCountsOnceItHasSettled() {
        client.deliver(event(caseId, 0, reported(account, 100), held(account, 60)));
        compare();
        assertThat(listed(true)).isEmpty();

        compare();

        assertThat(listed(false)).singleElement().satisfies(difference -> {
            assertThat(difference.getKind()).isEqualTo(LedgerDifferenceKind.LEDGER_DIFFERENCE_KIND_ABOVE_HOLDS);
            assertThat(difference.getCaseId()).isEqualTo(caseId);
            assertThat(difference.getBookedFen()).isEqualTo(60);
            assertThat(difference.getToldFen()).isZero();
            assertThat(difference.hasResolvedAt()).isFalse();
        });
    }

    @Test
    void aDifferenceThatGoesAfterItHasCountedIsResolved() {
        client.deliver(event(caseId, 0, reported(account, 100), held(account, 60)));
        compare();
        compare();
        client.deliver(event(caseId, 1, lapsed(account, 60)));

        compare();

        assertThat(listed(false)).isEmpty();
        assertThat(listed(true)).singleElement().satisfies(difference -> assertThat(difference.hasResolvedAt())
                .isTrue());
    }

    @Test
    void aDifferenceThatGoesBeforeItHasSettledIsForgotten() {
        client.deliver(event(caseId, 0, reported(account, 100), held(account, 60)));
        compare();
        facts.hold(UUID.fromString(caseId), key, "STOP", 60, THEN);

        compare();

        assertThat(database.number(differencesOfAccount())).isZero();
    }

    @Test
    void aHoldWhoseMoneyTheBooksHaveAsUnknownIsFound() {
        client.deliver(event(caseId, 0, reported(account, 100)));
        client.deliver(FactEvents.event(
                FactEvents.stop(newId(), caseId, account).setHeldFen(70).build()));
        compare();
        compare();

        assertThat(listed(false)).singleElement().satisfies(difference -> {
            assertThat(difference.getKind()).isEqualTo(LedgerDifferenceKind.LEDGER_DIFFERENCE_KIND_BELOW_HOLDS);
            assertThat(difference.getBookedFen()).isZero();
            assertThat(difference.getToldFen()).isEqualTo(70);
        });
    }

    @Test
    void aBalanceBelowWhatAllCasesHaveFrozenIsFound() {
        String other = newId();
        client.deliver(event(caseId, 0, reported(account, 100), frozen(60)));
        client.deliver(event(other, 0, reported(account, 100), frozen(50)));
        facts.hold(UUID.fromString(caseId), key, "FREEZE", 60, THEN);
        facts.hold(UUID.fromString(other), key, "FREEZE", 50, THEN);
        facts.balance(key, 90, THEN.plusSeconds(1));
        compare();
        compare();

        assertThat(listed(false)).singleElement().satisfies(difference -> {
            assertThat(difference.getKind()).isEqualTo(LedgerDifferenceKind.LEDGER_DIFFERENCE_KIND_ABOVE_BALANCE);
            assertThat(difference.getCaseId()).isEmpty();
            assertThat(difference.getBookedFen()).isEqualTo(110);
            assertThat(difference.getToldFen()).isEqualTo(90);
        });
    }

    @Test
    void aBalanceFromBeforeTheHoldSaysNothing() {
        client.deliver(event(caseId, 0, reported(account, 100), held(account, 60)));
        facts.hold(UUID.fromString(caseId), key, "STOP", 60, THEN);
        facts.balance(key, 5, THEN.minusSeconds(1));
        compare();

        assertThat(database.number(differencesOfAccount())).isZero();
    }

    @Test
    void anAccountWithoutHeldMoneyIsComparedSoonWhenMoneyIsHeld() {
        client.deliver(event(caseId, 0, reported(account, 100), held(account, 60), lapsed(account, 60)));
        now = clock.instant().plus(SETTLE);
        compare();
        assertThat(database.text(due()))
                .isGreaterThan(now.plus(Duration.ofHours(20)).toString());

        client.deliver(event(caseId, 1, held(account, 40)));

        assertThat(database.text(due())).isLessThan(now.toString());
    }

    @Test
    void whatAnotherReplicaComparesIsLeftOut() throws SQLException {
        client.deliver(event(caseId, 0, reported(account, 100), held(account, 60)));
        try (var other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT FROM reconciled_account FOR UPDATE");
            compare();
            assertThat(database.number(differencesOfAccount())).isZero();
            other.rollback();
        }
        compare();
        assertThat(database.number(differencesOfAccount())).isEqualTo(1);
    }

    private org.stoppayment.proto.freeze.v1.FundsMovement frozen(long fen) {
        return traced(account, FundsPosition.FUNDS_POSITION_UNKNOWN, FundsPosition.FUNDS_POSITION_FROZEN, fen);
    }

    private String differencesOfAccount() {
        return "SELECT count(*) FROM ledger_difference WHERE account_number = '" + account.getNumber() + "'";
    }

    private String due() {
        return "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM reconciled_account"
                + " WHERE account_number = '" + account.getNumber() + "'";
    }
}
