package org.stoppayment.freeze.testkit;

import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.grpc.StatusException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.stoppayment.freeze.watch.application.WatchingCases;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;

/** A bed for watching a case by way of a socket; every look is made by hand. Afterwards nobody watches. */
public abstract class WatchFixture extends TracingFixture {

    protected final String caseId = newCase();
    protected final Account payee = account();
    private final List<WatchStream<WatchCaseResponse>> streams = new ArrayList<>();

    @Inject
    WatchingCases watching;

    @AfterEach
    void nobodyWatchesAfterwards() {
        streams.forEach(WatchStream::close);
        awaitWatched(0);
    }

    protected WatchStream<WatchCaseResponse> watch(WatchCaseRequest.Builder request) {
        WatchStream<WatchCaseResponse> stream = freeze().watch(request);
        streams.add(stream);
        return stream;
    }

    /** A stream that the service has taken. */
    protected WatchStream<WatchCaseResponse> watch(String token) {
        int before = watching.watched();
        WatchStream<WatchCaseResponse> stream = watch(request().setResumeToken(token));
        awaitWatched(before + 1);
        return stream;
    }

    protected WatchCaseRequest.Builder request() {
        return WatchCaseRequest.newBuilder().setCaseId(caseId);
    }

    protected void awaitWatched(int streams) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            if (watching.watched() > streams) {
                look(); // that a client has left is noticed by the next look
            }
            return watching.watched() == streams;
        });
    }

    protected void look() {
        watching.look().await().atMost(PATIENCE);
    }

    protected WatchCaseResponse lookAndRead(WatchStream<WatchCaseResponse> stream) throws StatusException {
        look();
        return stream.next();
    }

    /** The case is reported, and its only order in effect. */
    protected void placed() {
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        awaitQuiet();
    }

    /** Something changes of the case. */
    protected void change() {
        database.execute("UPDATE stop_order SET version = version + 1");
    }
}
