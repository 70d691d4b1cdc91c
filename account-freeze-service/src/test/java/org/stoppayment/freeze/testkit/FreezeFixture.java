package org.stoppayment.freeze.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.freeze.alerts.application.PostingAlerts;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.application.WarningOfExpiringStops;
import org.stoppayment.freeze.amendments.application.ReleasingWithdrawnStops;
import org.stoppayment.freeze.amendments.application.SendingAmendments;
import org.stoppayment.freeze.holds.application.SendingFreezes;
import org.stoppayment.freeze.holds.application.amendments.SendingFreezeAmendments;
import org.stoppayment.freeze.orders.application.AdvancingDueOrders;
import org.stoppayment.freeze.queries.application.SendingQueries;
import org.stoppayment.freeze.testkit.FakeRecovery.Claim;
import org.stoppayment.freeze.tracing.application.FollowingMoney;
import org.stoppayment.kit.outbox.OutboxSweeper;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** A whole account-freeze with real parts around it. After every test the books must add up, to the fen. */
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(WorldResource.class)
public abstract class FreezeFixture {

    protected static final Duration PATIENCE = Duration.ofSeconds(20);

    protected World world;
    protected TcpProxy postgres;

    @Inject
    protected TestTime time;

    @Inject
    protected Database database;

    @Inject
    AdvancingDueOrders advancing;

    @Inject
    FollowingMoney following;

    @Inject
    SendingAmendments amendments;

    @Inject
    ReleasingWithdrawnStops releasing;

    @Inject
    protected SendingFreezes freezes;

    @Inject
    protected SendingFreezeAmendments freezeAmendments;

    @Inject
    protected SendingQueries queries;

    @Inject
    RaisingAlerts raising;

    @Inject
    WarningOfExpiringStops warnings;

    @Inject
    PostingAlerts posting;

    @Inject
    OutboxSweeper sweeper;

    /** Nothing has ever happened. */
    @BeforeEach
    protected void cleanSlate() {
        time.reset();
        world.reset(time);
        database.empty();
    }

    @AfterEach
    void booksAddUp() {
        world.gateway.comeBack();
        world.recovery.comeBack();
        awaitQuiet();
        assertThat(world.gateway.twiceInFlight())
                .as("sent while it was on its way")
                .isEmpty();
        bookAll();
        assertConserved();
    }

    /** No order is on its way, and what came of the last ones is durable. */
    protected void awaitQuiet() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(15))
                .until(() -> world.gateway.isQuiet()
                        && database.number("SELECT count(*) FROM stop_order WHERE state = 'SENDING'") == 0
                        && following.isIdle()
                        && isAnswered());
    }

    /** What was asked or told institutions is durable, but for what a bank holds open. */
    private boolean isAnswered() {
        return advancing.inFlight()
                        + amendments.inFlight()
                        + freezes.inFlight()
                        + freezeAmendments.inFlight()
                        + queries.inFlight()
                <= world.gateway.held();
    }

    private void awaitAnswers() {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(this::isAnswered);
    }

    /** The same, looked at more often. */
    protected void awaitStill() {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> world.gateway.isQuiet()
                        && following.isIdle()
                        && isAnswered()
                        && database.number("SELECT count(*) FROM stop_order WHERE state = 'SENDING'") == 0);
    }

    protected Freeze freeze() {
        return world.freeze;
    }

    protected FakeGateway gateway() {
        return world.gateway;
    }

    /** One look for due orders, and all that it asked is answered, but for what a bank holds open. */
    protected void advance() {
        advancing.advance().await().atMost(PATIENCE);
        awaitAnswers();
    }

    /** Looks of several replicas at once. */
    protected void advanceAtOnce(int replicas) {
        Uni.join()
                .all(IntStream.range(0, replicas)
                        .mapToObj(replica -> Uni.createFrom().deferred(() -> advancing.advance()))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);
        awaitAnswers();
    }

    /** One look for due messages about stops; these and those that went out before are answered, but for what a bank holds open. */
    protected void advanceAmendments() {
        amendments.advance().await().atMost(PATIENCE);
        awaitAnswers();
    }

    /** One look for orders that withdrawn cases leave behind; lifts that go out are answered, but for what a bank holds open. */
    protected void release() {
        releasing.release().await().atMost(PATIENCE);
        awaitAnswers();
    }

    /** One look for what people should be told, and one for what is to be posted. */
    protected void alert() {
        warnings.warn().chain(raising::raiseDue).await().atMost(PATIENCE);
        posting.post().await().atMost(PATIENCE);
    }

    /** One look for due claims. */
    protected void book() {
        following.followDue().await().atMost(PATIENCE);
    }

    /** Jumps past the longest time that an unsettled order waits, and looks. */
    protected void waitAndAdvance() {
        time.jump(Duration.ofSeconds(31));
        advance();
    }

    /** Books what is due and hands all events over. */
    protected void bookAll() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            time.jump(Duration.ofSeconds(31));
            book();
            awaitQuiet();
            sweeper.sweep().onFailure().recoverWithNull().await().atMost(PATIENCE);
            return database.number("SELECT count(*) FROM outbox") == 0;
        });
    }

    protected static String newCase() {
        return Report.newCase();
    }

    protected static Account account() {
        return Report.account(FakeGateway.ICBC);
    }

    /** The only order of a case, once it has come to {@code state}. */
    protected StopOrder awaitOrder(String caseId, StopOrderState state) {
        return awaitOrder(caseId, 0, state);
    }

    /** The newest order of a case on an account, once it has come to {@code state}. */
    protected StopOrder awaitOrder(String caseId, Account account, StopOrderState state) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(15))
                .until(() -> newest(caseId, account), order -> order.map(StopOrder::getState)
                        .equals(Optional.of(state)))
                .orElseThrow();
    }

    private Optional<StopOrder> newest(String caseId, Account account) {
        return freeze().progress(caseId).getOrdersList().stream()
                .filter(order -> order.getAccount().getNumber().equals(account.getNumber()))
                .reduce((older, newer) -> newer);
    }

    /** An order of a case, counted from the oldest, once it has come to {@code state}. */
    protected StopOrder awaitOrder(String caseId, int index, StopOrderState state) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(15)).untilAsserted(() -> assertThat(
                        freeze().progress(caseId).getOrdersList())
                .as("orders of the case")
                .hasSizeGreaterThan(index)
                .element(index)
                .extracting(StopOrder::getState)
                .isEqualTo(state));
        return freeze().progress(caseId).getOrders(index);
    }

    /** What recovery has booked in a position. */
    protected long booked(String caseId, Account account, FundsPosition position) {
        return world.recovery.booked(claim(caseId, account), position);
    }

    protected static Claim claim(String caseId, Account account) {
        return new Claim(caseId, account.getInstitutionCode(), account.getNumber());
    }

    /** Does it that many times at the same moment; fails when one of them fails. */
    protected static <T> List<T> atOnce(int times, Callable<T> what) {
        return atOnce(IntStream.range(0, times).mapToObj(i -> what).toList());
    }

    protected static <T> List<T> atOnce(List<Callable<T>> all) {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            CompletableFuture<Void> go = new CompletableFuture<>();
            var started = all.stream()
                    .map(one -> threads.submit(() -> {
                        go.join();
                        return one.call();
                    }))
                    .toList();
            go.complete(null);
            return started.stream().map(FreezeFixture::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> started) {
        try {
            return started.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException | TimeoutException never) {
            throw new IllegalStateException(never);
        }
    }

    protected void assertConserved() {
        Conservation.check(database, world.recovery);
    }
}
