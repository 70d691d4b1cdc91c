package org.stoppayment.freeze.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;

import io.grpc.StatusException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.WatchFixture;
import org.stoppayment.freeze.testkit.WatchStream;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.CaseSnapshot;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;

/** A case's whole life, watched. Were anything that is shown missing from the token, a change would be missed here. */
@QuarkusTest
class WatchedCaseTest extends WatchFixture {

    private final Account onward = account();
    private CaseSnapshot shown = CaseSnapshot.getDefaultInstance();
    private WatchStream<WatchCaseResponse> stream;

    @Test
    void nothingThatHappensToACaseEscapesThoseWhoWatchIt() throws StatusException {
        List<CompletableFuture<Void>> banks = List.of(new CompletableFuture<>(), new CompletableFuture<>());
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.holds(banks.get(0), gateway().stopsAndTells(40_000, to(onward, "1", 60_000, 20))));
        gateway().onSend(onward.getNumber(), Bank.holds(banks.get(1), gateway().stops(30_000)));

        freeze().deliver(Report.of(caseId).paid(payee, 100_000));
        stream = watch("");
        assertShown("placed");
        banks.get(0).complete(null);
        awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT);
        assertShown("answered");
        banks.get(1).complete(null);
        awaitOrder(caseId, onward, STOP_ORDER_STATE_IN_EFFECT);
        assertShown("followed");
        moreIsReported();
        stopsEnd();
    }

    private void moreIsReported() throws StatusException {
        String transferId = newCase();
        freeze().deliver(Report.of(caseId).paid(transferId, account(), 50_000));
        assertShown("supplemented");
        freeze().deliver(Report.of(caseId).correcting(transferId, newCase(), account(), 70_000));
        assertShown("corrected");
        freeze().deliver(Report.of(newCase()).paid(onward, 500_000));
        assertShown("joined by another case");
        bookAll();
        assertShown("booked");
    }

    private void stopsEnd() throws StatusException {
        StopOrder first = awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT);
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(first.getApplicationId())
                        .setReason("wrong account")
                        .setReference("Li")
                        .build());
        assertShown("lift asked for");
        advanceAmendments();
        assertShown("lifted");
        time.jump(Duration.ofHours(49));
        advance();
        String second = awaitOrder(caseId, onward, STOP_ORDER_STATE_LAPSED).getApplicationId();
        assertShown("lapsed");
        freeze().callBack(
                        onward.getInstitutionCode(),
                        Outcomes.stopped(second, Report.PAID_AT.plus(Duration.ofHours(1)), 30_000)
                                .addOutflows(to(account(), "9", 10_000, 25)));
        assertShown("told late");
    }

    /** Looks until the case stands still for the length of a look, and compares. */
    private void assertShown(String what) throws StatusException {
        CaseProgress progress;
        Trace trace;
        do {
            progress = freeze().progress(caseId);
            trace = freeze().trace(caseId);
            read();
        } while (!progress.equals(freeze().progress(caseId)) || !trace.equals(freeze().trace(caseId)));
        assertThat(shown.getProgress()).as(what).isEqualTo(progress);
        assertThat(shown.getTrace()).as(what).isEqualTo(trace);
        assertThat(shown.getSettled()).as(what).isEqualTo(progress.getSettled());
        assertThat(shown.getTotal()).as(what).isEqualTo(trace.getTotal());
    }

    /** A look after the longest silence always has a word to say. */
    private void read() throws StatusException {
        time.jump(Duration.ofSeconds(5));
        WatchCaseResponse said = lookAndRead(stream);
        if (said.hasEnd()) {
            stream = watch(said.getResumeToken());
            said = lookAndRead(stream);
        }
        if (said.hasSnapshot()) {
            shown = said.getSnapshot();
        }
    }
}
