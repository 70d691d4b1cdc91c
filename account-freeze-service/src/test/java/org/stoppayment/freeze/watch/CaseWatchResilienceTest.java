package org.stoppayment.freeze.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.WatchCaseResponse.MessageCase.HEARTBEAT;

import io.grpc.Status;
import io.grpc.StatusException;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.WatchFixture;
import org.stoppayment.freeze.testkit.WatchStream;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;

/** A case that is watched while the database, the client, or the connection between them fails. */
@QuarkusTest
class CaseWatchResilienceTest extends WatchFixture {

    private static final int MAX_STREAMS = 20;

    @Test
    void databaseThatIsAwayEndsTheStreamAndItIsTakenUpWhereItWas() throws StatusException {
        placed();
        WatchStream<WatchCaseResponse> stream = watch("");
        String token = lookAndRead(stream).getResumeToken();

        postgres.cut();
        try {
            look();
            assertThatThrownBy(stream::next).isInstanceOfSatisfying(StatusException.class, ended -> assertThat(
                            ended.getStatus().getCode())
                    .isEqualTo(Status.Code.UNAVAILABLE));
        } finally {
            postgres.join();
        }

        await().atMost(PATIENCE).ignoreExceptions().until(() -> database.number("SELECT 1") == 1);
        assertThat(lookAndRead(watch(token)).getMessageCase()).isEqualTo(HEARTBEAT);
    }

    @Test
    void oneStreamMoreThanAReplicaMayHaveIsTurnedAway() {
        for (int i = 0; i < MAX_STREAMS; i++) {
            watch("");
        }

        assertThatThrownBy(() -> watch(request()).next())
                .hasMessageContaining("UNAVAILABLE")
                .hasMessageContaining("fewer than " + MAX_STREAMS);
    }

    @Test
    void clientThatCancelsLeavesNothingBehind() throws StatusException {
        placed();
        WatchStream<WatchCaseResponse> stream = watch("");
        lookAndRead(stream);

        stream.cancel();

        awaitWatched(0);
        assertThat(freeze().progress(caseId).getKnown()).as("served as before").isTrue();
    }

    @Test
    void clientWhoseConnectionBreaksLeavesNothingBehind() throws StatusException {
        placed();
        try (TcpProxy link = new TcpProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), freeze().port()));
                WatchStream<WatchCaseResponse> stream = WatchStream.of(link.port(), request())) {
            awaitWatched(1);
            lookAndRead(stream);

            link.cut();

            awaitWatched(0);
        }
    }

    @Test
    void slowReaderIsSentFewerStatesAndTheNewestAtLast() throws StatusException {
        Report report = Report.of(caseId);
        for (int i = 0; i < 40; i++) {
            report.paid(account(), 100);
        }
        freeze().deliver(report);
        awaitTrace(caseId);
        WatchStream<WatchCaseResponse> slow = watch("");
        look();
        int changes = 60;
        for (int i = 0; i < changes; i++) {
            change();
            look();
        }

        int seen = 0;
        String newest = lookAndRead(watch("")).getResumeToken();
        String read;
        do {
            look();
            read = slow.next().getResumeToken();
            seen++;
        } while (!read.equals(newest));

        assertThat(seen).isLessThan(changes / 3);
    }
}
