package org.stoppayment.freeze.dissuasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.dissuasion.application.StoppedAccounts;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount;
import org.stoppayment.freeze.dissuasion.domain.UnreportedPayers;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.ScreeningDelay;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.DissuasionFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** What happens to an account while it is screened. */
@QuarkusTest
class ScreeningRaceTest extends DissuasionFixture {

    private final Account payer = account();
    private final Account other = account();

    @Inject
    StoppedAccounts accounts;

    @Test
    void feedbackDoesNotWaitForTheScreeningOfItsAccountAndIsScreenedAfterIt() {
        StopOrder order = stopped(from(payer, "1", 500, stop));
        time.jump(ScreeningDelay.VALUE);
        SlowReplica slow = new SlowReplica();
        slow.read.join();

        freeze().callBack(
                        mule.getInstitutionCode(),
                        Outcomes.stopped(order.getApplicationId(), stop, 1000).addInflows(from(other, "2", 60, stop)));
        slow.endsWithNobody();
        screen();

        assertThat(open()).extracting(Dissuasion::getPayer).containsExactlyInAnyOrder(payer, other);
    }

    @Test
    void stopThatComesIntoEffectWhileItsAccountIsScreenedIsScreenedAfterIt() {
        StopOrder first = stopped(from(payer, "1", 500, stop.plus(Duration.ofHours(1))));
        screen();
        time.jump(Duration.ofHours(49));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_LAPSED);
        gateway().onSend(mule.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().officer()
                .restopAccount(RestopAccountRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setReason("money came back")
                        .setApplicationId(first.getApplicationId())
                        .setReference("chief 3")
                        .build());
        StopOrder second = awaitOrder(caseId, mule, STOP_ORDER_STATE_ACCEPTED);
        SlowReplica slow = new SlowReplica();
        slow.read.join();

        freeze().callBack(mule.getInstitutionCode(), Outcomes.stopped(second.getApplicationId(), time.instant(), 1000));
        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        slow.endsWithNobody();
        assertThat(open()).isEmpty();
        screen();

        assertThat(open()).extracting(Dissuasion::getPayer).containsExactly(payer);
    }

    @Test
    void replicaThatMeetsAnotherAtAnAccountWaitsAndSeesWhatHasBeenToldMeanwhile() {
        StopOrder order = stopped(from(payer, "1", 500, stop));
        SlowReplica first = new SlowReplica();
        first.read.join();
        SlowReplica second = new SlowReplica();
        await().atMost(PATIENCE)
                .until(() -> database.number("SELECT count(*) FROM pg_stat_activity"
                                + " WHERE wait_event_type = 'Lock' AND query LIKE '%screened_account%'")
                        == 1);

        freeze().callBack(
                        mule.getInstitutionCode(),
                        Outcomes.stopped(order.getApplicationId(), stop, 1000).addInflows(from(other, "2", 60, stop)));
        assertThat(second.read).isNotDone();
        first.endsWithNobody();

        assertThat(second.read.join().inflows()).hasSize(2);
        second.endsWithNobody();
    }

    /** Screens the mule at this moment, and takes its time once it has read the account. */
    private final class SlowReplica {
        private final CompletableFuture<StoppedAccount> read = inTime();
        private final CompletableFuture<UnreportedPayers> screened = inTime();
        private final CompletableFuture<Void> done;

        SlowReplica() {
            done = accounts.screen(
                            new AccountRef.Key(mule.getInstitutionCode(), mule.getNumber()),
                            time.instant(),
                            account -> {
                                read.complete(account);
                                return Uni.createFrom().completionStage(screened);
                            })
                    .subscribeAsCompletionStage();
        }

        void endsWithNobody() {
            screened.complete(new UnreportedPayers(Map.of(), Set.of()));
            done.join();
        }

        private static <T> CompletableFuture<T> inTime() {
            return new CompletableFuture<T>().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
