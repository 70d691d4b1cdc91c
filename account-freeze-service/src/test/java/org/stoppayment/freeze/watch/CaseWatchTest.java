package org.stoppayment.freeze.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_SENDING;
import static org.stoppayment.proto.freeze.v1.WatchCaseResponse.MessageCase.HEARTBEAT;
import static org.stoppayment.proto.freeze.v1.WatchCaseResponse.MessageCase.SNAPSHOT;

import io.grpc.StatusException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.WatchFixture;
import org.stoppayment.freeze.testkit.WatchStream;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;
import org.stoppayment.proto.freeze.v1.WatchEndReason;

/** A case that is watched by way of a socket. */
@QuarkusTest
class CaseWatchTest extends WatchFixture {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Test
    void stateComesFirstAndWholeAgainWhenItHasChanged() throws StatusException {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway().onSend(payee.getNumber(), Bank.holds(answer, gateway().stops(60)));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        awaitOrder(caseId, STOP_ORDER_STATE_SENDING);
        WatchStream<WatchCaseResponse> stream = watch("");
        WatchCaseResponse before = lookAndRead(stream);
        assertThat(before.getSnapshot().getProgress().getOrders(0).getState()).isEqualTo(STOP_ORDER_STATE_SENDING);
        assertThat(before.getSnapshot().getSettled()).isFalse();

        answer.complete(null);
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        awaitTrace(caseId); // less is held than came in: a step follows
        WatchCaseResponse after = lookAndRead(stream);

        assertThat(after.getSnapshot().getSettled()).isTrue();
        assertThat(after.getSnapshot().getAccounts()).isEqualTo(1);
        assertThat(after.getSnapshot().getTotal().getHeldFen()).isEqualTo(60);
        assertThat(after.getSnapshot().getTotal().getUnknownFen()).isEqualTo(40);
        assertThat(after.getSnapshot().getTrace()).isEqualTo(freeze().trace(caseId));
        assertThat(after.getSnapshot().getProgress().getOrdersList())
                .isEqualTo(freeze().progress(caseId).getOrdersList());
        assertThat(after.getResumeToken()).isNotEqualTo(before.getResumeToken());
    }

    @Test
    void heartbeatsComeWhileNothingChangesAndSayOfWhichMoment() throws StatusException {
        placed();
        WatchStream<WatchCaseResponse> stream = watch("");
        WatchCaseResponse shown = lookAndRead(stream);

        look();
        time.jump(LONGEST_SILENCE.minusMillis(500));
        look();
        time.stand();
        time.jump(Duration.ofSeconds(1));
        WatchCaseResponse heartbeat = lookAndRead(stream);

        assertThat(heartbeat.getMessageCase()).isEqualTo(HEARTBEAT);
        assertThat(heartbeat.getResumeToken()).isEqualTo(shown.getResumeToken());
        assertThat(heartbeat.getAsOf()).isEqualTo(Outcomes.timestamp(time.instant()));
        assertThat(heartbeat.getNextWithin().getSeconds())
                .isEqualTo(LONGEST_SILENCE.multipliedBy(2).toSeconds());
    }

    @Test
    void clientThatIsUpToDateIsSentNothingUntilSomethingChanges() throws StatusException {
        placed();
        String token = lookAndRead(watch("")).getResumeToken();

        WatchStream<WatchCaseResponse> resumed = watch(token);
        WatchCaseResponse first = lookAndRead(resumed);
        look();
        change();
        WatchCaseResponse second = lookAndRead(resumed);

        assertThat(first.getMessageCase()).isEqualTo(HEARTBEAT);
        assertThat(first.getResumeToken()).isEqualTo(token);
        assertThat(second.getMessageCase()).isEqualTo(SNAPSHOT);
    }

    @Test
    void clientThatIsBehindIsSentTheWholeState() throws StatusException {
        placed();
        String old = lookAndRead(watch("")).getResumeToken();
        freeze().deliver(Report.of(caseId).paid(account(), 200));
        awaitTrace(caseId);

        assertThat(lookAndRead(watch(old)).getSnapshot().getTrace()).isEqualTo(freeze().trace(caseId));
        String never = "w2-" + "0".repeat(32);
        assertThat(lookAndRead(watch(never)).getSnapshot().getAccounts()).isEqualTo(2);
    }

    @Test
    void whatIsNoTokenAndNoCaseIsRefused() {
        assertThatThrownBy(() ->
                        watch(request().setResumeToken("6222020000000000012")).next())
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("resumeToken: value: 19 characters")
                .hasMessageNotContaining("6222");
        assertThatThrownBy(() ->
                        watch(WatchCaseRequest.newBuilder().setCaseId("6222")).next())
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("caseId");
    }

    @Test
    void caseIsAwaitedForAMomentAndThenNotFound() throws StatusException {
        WatchStream<WatchCaseResponse> early = watch("");
        look();
        placed();
        assertThat(lookAndRead(early).getSnapshot().getAccounts()).isEqualTo(1);

        WatchStream<WatchCaseResponse> unknown = watch(request().setCaseId(newCase()));
        awaitWatched(2);
        time.jump(Duration.ofSeconds(4));
        look();
        assertThatThrownBy(unknown::next).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void streamEndsOnceTheCaseIsSettledWhenOnlyThatIsWaitedFor() throws StatusException {
        placed();
        WatchStream<WatchCaseResponse> stream = watch(request().setUntilSettled(true));
        awaitWatched(1);
        WatchCaseResponse shown = lookAndRead(stream);

        assertThat(shown.getMessageCase()).isEqualTo(SNAPSHOT);
        assertThat(stream.next().getEnd().getReason()).isEqualTo(WatchEndReason.WATCH_END_REASON_SETTLED);
        assertThat(stream.hasEnded()).isTrue();
        WatchStream<WatchCaseResponse> resumed =
                watch(request().setUntilSettled(true).setResumeToken(shown.getResumeToken()));
        awaitWatched(1);
        assertThat(lookAndRead(resumed).getEnd().getReason()).isEqualTo(WatchEndReason.WATCH_END_REASON_SETTLED);
    }

    @Test
    void streamOfFifteenMinutesEndsWithATokenToGoOnWith() throws StatusException {
        placed();
        WatchStream<WatchCaseResponse> stream = watch("");
        String token = lookAndRead(stream).getResumeToken();

        time.jump(LONGEST);
        WatchCaseResponse last = lookAndRead(stream);

        assertThat(last.getEnd().getReason()).isEqualTo(WatchEndReason.WATCH_END_REASON_RENEW);
        assertThat(last.getResumeToken()).isEqualTo(token);
        assertThat(stream.hasEnded()).isTrue();
    }
}
