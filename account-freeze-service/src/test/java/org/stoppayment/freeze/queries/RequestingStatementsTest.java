package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.facts.application.PublishingFacts;
import org.stoppayment.freeze.queries.application.RequestingStatements;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.QueryDesk;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.AccountBalance;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;

/** Held accounts are asked about without a person. */
@QuarkusTest
class RequestingStatementsTest extends StatementsFixture {

    private static final Duration DELAY = Duration.ofSeconds(11);
    private static final Duration RETRY = Duration.ofMinutes(11);
    private static final Duration DAY = Duration.ofHours(25);
    private static final long SECOND = 50_000;

    private final AccountBooking.Builder came = QueryDesk.in("i1", TAINT, account(), IN);
    private final AccountBooking.Builder second = QueryDesk.in("i2", SECOND, account(), IN.plusSeconds(30));

    @Inject
    PublishingFacts publishing;

    @Inject
    RequestingStatements requesting;

    @Test
    void heldAccountIsAskedForItsStatementOnceItsOwnBookingsHadTimeToCome() {
        desk().onQuery(account, desk().tells(came, onward));
        emptiedCase();
        publish();

        request();
        assertThat(statements()).as("before the delay").isEmpty();
        jumpAndRequest(DELAY);

        assertThat(statements()).singleElement().satisfies(asked -> {
            assertThat(CommonWire.instant(asked.getSince()))
                    .as("before the money came")
                    .isBeforeOrEqualTo(IN.minus(Duration.ofMinutes(10)));
            assertThat(asked.getOperator().getOrganisation()).isEqualTo("SYSTEM");
            assertThat(asked.hasEmergency()).isTrue();
        });
    }

    @Test
    void statementThatListsAllThatIsKnownIsNotAskedForAgain() {
        desk().onQuery(account, desk().tells(came, onward));
        emptiedCase();
        publish();
        jumpAndRequest(DELAY);
        awaitStatements(1);

        publish();
        jumpAndRequest(DELAY);
        jumpAndRequest(RETRY);

        assertThat(statements()).hasSize(1);
        assertThat(database.number(
                        "SELECT count(*) FROM held_account WHERE statement_due_at IS NOT NULL AND account_number = ?",
                        account.getNumber()))
                .isZero();
    }

    @Test
    void statementIsAskedForAgainWhenMoneyIsReportedThatItDoesNotList() {
        desk().onQuery(account, desk().tells(came, onward), desk().tells(came, second, onward));
        emptiedCase();
        publish();
        jumpAndRequest(DELAY);
        awaitStatements(1);

        freeze().deliver(Report.of(newCase())
                .transfer(newCase(), Account.getDefaultInstance(), account, SECOND, IN.plusSeconds(30), ""));
        publish();
        jumpAndRequest(DELAY);
        awaitStatements(2);
        publish();
        jumpAndRequest(DELAY);
        jumpAndRequest(RETRY);

        assertThat(statements()).hasSize(2);
    }

    @Test
    void statementThatNeverListsTheMoneyIsAskedForThreeTimes() {
        desk().onQuery(account, desk().tells(onward));
        emptiedCase();
        publish();
        jumpAndRequest(DELAY);
        awaitStatements(1);
        publish();

        for (int i = 0; i < 6; i++) {
            jumpAndRequest(RETRY);
        }

        assertThat(statements()).hasSizeBetween(3, 4);
    }

    @Test
    void nothingIsAskedForAWithdrawnCase() {
        String caseId = emptiedCase();
        publish();
        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        awaitQuiet();

        jumpAndRequest(DELAY);
        jumpAndRequest(DAY);

        assertThat(desk().sends()).isEmpty();
    }

    @Test
    void openStatementIsNotAskedForASecondTime() {
        desk().onQuery(account, QueryBank.accepts());
        desk().onInquiry(account, QueryBank.accepts());
        emptiedCase();
        publish();
        jumpAndRequest(DELAY);
        awaitStatements(1);

        freeze().deliver(Report.of(newCase())
                .transfer(newCase(), Account.getDefaultInstance(), account, SECOND, IN.minus(Duration.ofHours(4)), ""));
        publish();
        jumpAndRequest(DELAY);

        assertThat(statements()).hasSize(1);
    }

    @Test
    void replicasAskOnce() {
        emptiedCase();
        publish();
        time.jump(DELAY);

        atOnce(4, () -> {
            requesting.request().await().atMost(PATIENCE);
            return true;
        });

        awaitQuiet();
        assertThat(statements()).hasSize(1);
    }

    @Test
    void balanceOfAHeldAccountIsAskedForOnceADay() {
        emptiedCase();
        publish();
        jumpAndRequest(DELAY);
        assertThat(balances()).isEmpty();

        jumpAndRequest(DAY);
        await().atMost(PATIENCE).until(() -> balances().size() == 1);
        jumpAndRequest(DELAY);

        assertThat(balances()).hasSize(1);
    }

    @Test
    void balanceThatIsAnotherThanTheStatementsEndHasTheStatementAskedForAgain() {
        AccountBooking.Builder closing = onward.clone().setBalanceAfterFen(LEFT);
        AccountBooking.Builder interest =
                QueryDesk.in("i9", 300, account(), IN.plusSeconds(300)).setBalanceAfterFen(LEFT + 300);
        desk().onQuery(
                        account,
                        desk().tells(came, closing),
                        balance(LEFT),
                        balance(LEFT + 300),
                        desk().tells(came, onward, interest));
        emptiedCase();
        publish();
        jumpAndRequest(DELAY);
        awaitStatements(1);
        publish();
        jumpAndRequest(DELAY);

        jumpAndRequest(DAY);
        await().atMost(PATIENCE).until(() -> balances().size() == 1);
        publish();
        jumpAndRequest(DELAY);
        assertThat(statements()).as("the balance is that of the statement").hasSize(1);

        jumpAndRequest(DAY);
        await().atMost(PATIENCE).until(() -> balances().size() == 2);
        publish();
        jumpAndRequest(DELAY);
        awaitStatements(2);
        publish();
        jumpAndRequest(DELAY);
        jumpAndRequest(RETRY);
        assertThat(statements()).hasSize(2);
    }

    private QueryBank balance(long fen) {
        return QueryBank.says(asked ->
                desk().done(asked).setBalance(AccountBalance.newBuilder().setBalanceFen(fen)));
    }

    private void publish() {
        publishing.publish().await().atMost(PATIENCE);
        awaitQuiet();
    }

    private void jumpAndRequest(Duration far) {
        awaitQuiet();
        time.jump(far);
        request();
    }

    /** Asks for what is due, and awaits that it is answered and applied. */
    private void request() {
        requesting.request().await().atMost(PATIENCE);
        awaitQuiet();
        applyingAnswers.applyDue().await().atMost(PATIENCE);
        awaitQuiet();
    }

    private void awaitStatements(int count) {
        await().atMost(PATIENCE).until(() -> statements().size() == count);
        await().atMost(PATIENCE)
                .until(() ->
                        database.number("SELECT count(*) FROM account_query WHERE answer_due_at IS NOT NULL") == 0);
    }

    private List<SendQueryRequest> statements() {
        return sent(QueryKind.QUERY_KIND_TRANSACTIONS);
    }

    private List<SendQueryRequest> balances() {
        return sent(QueryKind.QUERY_KIND_BALANCE);
    }

    private List<SendQueryRequest> sent(QueryKind kind) {
        return desk().sends().stream()
                .filter(query -> query.getKind() == kind
                        && query.getAccount().getNumber().equals(account.getNumber()))
                .toList();
    }
}
