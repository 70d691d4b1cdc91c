package org.stoppayment.freeze.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_DOUBT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;

/** Numbers, names and badges are in orders and events, and nowhere else: not in the log, not in errors. */
@QuarkusTest
class QuietLogTest extends FreezeFixture {

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler capture = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(ExtLogRecord.wrap(record).getFormattedMessage() + " " + stackOf(record.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(capture);
        Logger.getLogger("org.stoppayment").setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(capture);
        Logger.getLogger("org.stoppayment").setLevel(null);
    }

    @Test
    void numbersNamesAndBadgesStayOutOfTheLogAndOutOfErrors() {
        String caseId = newCase();
        Account payee = account();
        Account second = account();
        gateway().onSend(second.getNumber(), Bank.fails(Status.INTERNAL.withDescription("not ours")));
        String transfer = newCase();
        freeze().deliver(Report.of(caseId).paid(transfer, payee, 1000).paid(second, 5));
        String id = awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        awaitOrder(caseId, second, STOP_ORDER_STATE_IN_DOUBT);
        waitAndAdvance();
        Report broken = Report.of(caseId).paid(payee, 1);
        String rejected = freeze().deliver(List.of(broken.event().toBuilder()
                        .setData(ByteString.copyFromUtf8("\377" + payee.getNumber() + Report.NAME))
                        .build()))
                .toString();
        // A transfer id that is taken already: the database refuses the whole report.
        Report good = Report.of(caseId).paid(payee, 1);
        assertThat(freeze().deliver(good, Report.of(caseId).paid(transfer, payee, 1))
                        .getDeferredEventIdsCount())
                .isEqualTo(1);
        Throwable refusedByTheDatabase =
                catchThrowable(() -> freeze().deliver(Report.of(caseId).paid(transfer, payee, 1000)));
        Throwable refused = catchThrowable(() -> freeze().callBack(
                        ICBC,
                        Outcomes.stopped(payee.getNumber(), time.instant(), 1)
                                .setResultCode(Report.NAME)
                                .addOutflows(Outcomes.outflow("", 1, payee, time.instant()))));
        Throwable notAnId = catchThrowable(() -> freeze().order(payee.getNumber()));
        freeze().callBack(ICBC, Outcomes.stopped(id, time.instant(), 1).addMismatched(Report.NAME));

        assertThat(List.of(refusedByTheDatabase, refused, notAnId)).doesNotContainNull();
        assertThat(logged).isNotEmpty();
        assertThat(String.join("\n", logged) + rejected + refusedByTheDatabase + refused + notAnId)
                .doesNotContain(payee.getNumber())
                .doesNotContain(second.getNumber())
                .doesNotContain(Report.NAME)
                .doesNotContain(Report.BADGE);
    }

    @Test
    void captureSeesWhatIsLogged() {
        Logger.getLogger("org.stoppayment.test").info("planted " + Report.BADGE);

        assertThat(logged).anyMatch(line -> line.contains(Report.BADGE));
    }

    private static String stackOf(Throwable thrown) {
        StringBuilder stack = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            stack.append(cause).append(' ');
        }
        return stack.toString();
    }
}
