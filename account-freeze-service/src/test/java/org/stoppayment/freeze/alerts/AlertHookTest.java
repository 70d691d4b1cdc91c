package org.stoppayment.freeze.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FakeHook;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;

/** What the webhook hears. */
@QuarkusTest
class AlertHookTest extends FreezeFixture {

    private final String caseId = newCase();

    @Test
    void alertIsPostedAndItsDeliveryIsKept() {
        String order = manualOrder(caseId);

        alert();

        JsonObject posted = new JsonObject(world.hook.postedAbout(order).get(0));
        assertThat(posted.getString("kind")).isEqualTo("ORDER_MANUAL");
        assertThat(posted.getString("caseId")).isEqualTo(caseId);
        assertThat(posted.getString("detail")).isEqualTo("NO_ROUTE");
        assertThat(Instant.parse(posted.getString("raisedAt"))).isBeforeOrEqualTo(time.instant());
        assertThat(told(order).getAlertId()).isEqualTo(posted.getString("alertId"));
        assertThat(told(order).hasDeliveredAt()).isTrue();
    }

    @Test
    void whatTheHookRefusesIsPostedAgainAndOnceItIsTakenNeverMore() {
        String order = manualOrder(caseId);
        world.hook.refusesOnceWith(500);
        alert();
        assertThat(told(order).hasDeliveredAt()).isFalse();

        alert();
        assertThat(world.hook.postedAbout(order)).as("at once").hasSize(1);
        time.jump(Duration.ofSeconds(5));
        alert();
        assertThat(told(order).hasDeliveredAt()).isTrue();
        time.jump(Duration.ofDays(1));
        alert();

        assertThat(world.hook.postedAbout(order))
                .hasSize(2)
                .as("the same alert each time")
                .containsOnly(world.hook.postedAbout(order).get(0));
    }

    @Test
    void alertSaysWhichCaseBankAndSumItIsAbout() {
        Account payee = account();
        gateway().onSend(payee.getNumber(), Bank.says("1000"));
        freeze().deliver(Report.of(caseId).paid(payee, 14_000_000));
        String order = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getApplicationId();

        alert();

        JsonObject posted = new JsonObject(world.hook.postedAbout(order).get(0));
        assertThat(posted.getString("caseId")).isEqualTo(caseId);
        assertThat(posted.getString("orderApplicationId")).isEqualTo(order);
        assertThat(posted.getString("institutionCode")).isEqualTo(FakeGateway.ICBC);
        assertThat(posted.getLong("atStakeFen")).isEqualTo(14_000_000);
        assertThat(posted.getString("orderState")).isEqualTo("MANUAL");
    }

    @Test
    void eachAttemptIsSignedWithEverySecretUnderTheSameId() {
        String order = manualOrder(caseId);
        world.hook.refusesOnceWith(500);
        alert();
        time.jump(Duration.ofSeconds(5));
        alert();

        assertThat(world.hook.postsAbout(order)).hasSize(2).allSatisfy(post -> {
            assertThat(post.id()).isEqualTo(told(order).getAlertId());
            assertThat(post.signatures().split(" ")).hasSize(2);
            assertThat(FakeHook.SECRETS).allMatch(secret -> new WebhookSignature(secret)
                    .verify(
                            post.id(),
                            post.timestamp(),
                            post.signatures(),
                            post.body().getBytes(StandardCharsets.UTF_8),
                            time.instant()));
        });
        assertThat(world.hook.postsAbout(order))
                .extracting(FakeHook.Post::timestamp)
                .doesNotHaveDuplicates();
    }

    @Test
    void alertCarriesNoPersonalData() {
        Account payee = account();
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.notSent()));
        Account anywhere = Report.account("", "621000000000000");
        freeze().deliver(Report.of(caseId).paid(payee, 100).paid(anywhere, 200));
        String failing = awaitOrder(caseId, payee, STOP_ORDER_STATE_QUEUED).getApplicationId();
        String manual = awaitOrder(caseId, anywhere, STOP_ORDER_STATE_MANUAL).getApplicationId();
        time.jump(Duration.ofSeconds(61));

        alert();

        assertThat(world.hook.postedAbout(failing)).hasSize(1);
        assertThat(world.hook.postedAbout(manual)).hasSize(1);
        assertThat(world.hook.postedAbout(failing).get(0)
                        + world.hook.postedAbout(manual).get(0))
                .doesNotContain(payee.getNumber(), anywhere.getNumber(), Report.NAME, Report.BADGE);
    }

    @Test
    void hookThatHangsDelaysNothingElse() {
        String stuck = manualOrder(caseId);
        world.hook.hangsOn(stuck);
        CompletableFuture<Void> hanging = CompletableFuture.runAsync(this::alert);
        await().atMost(PATIENCE).until(() -> world.hook.postedAbout(stuck).size() == 1);

        String stopped = newCase();
        freeze().deliver(Report.of(stopped).paid(account(), 100));
        awaitOrder(stopped, STOP_ORDER_STATE_IN_EFFECT);
        String other = manualOrder(newCase());
        alert();

        assertThat(told(other).hasDeliveredAt()).isTrue();
        assertThat(hanging).as("the post that hangs").isNotDone();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hanging).isCompleted());
        assertThat(told(stuck).hasDeliveredAt()).isFalse();
        world.hook.release();
        time.jump(Duration.ofSeconds(5));
        alert();
        assertThat(told(stuck).hasDeliveredAt()).isTrue();
    }

    private String manualOrder(String caseId) {
        freeze().deliver(Report.of(caseId)
                .paid(Report.account("", "62100" + account().getNumber().substring(9)), 100));
        return awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getApplicationId();
    }

    private Alert told(String applicationId) {
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getApplicationId().equals(applicationId))
                .findFirst()
                .orElseThrow();
    }
}
