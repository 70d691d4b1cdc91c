package org.stoppayment.freeze.orders.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.domain.CallWindow;
import org.stoppayment.freeze.testkit.AbsentBankFixture;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Two replicas, each with what it has learnt itself of a bank that is away and returns. */
@QuarkusTest
class ReplicasAndAbsentBankTest extends AbsentBankFixture {

    private static final int FIRST_LOOK = CallWindow.INITIAL.size();
    private static final int WAITING = 4 * FIRST_LOOK;

    @Inject
    Replicas replicas;

    private List<Replica> both;

    @BeforeEach
    void start() {
        both = List.of(replicas.withClock(time), replicas.withClock(time));
        reportPaid(WAITING);
        time.jump(Duration.ofSeconds(31));
    }

    @Test
    void eachReplicaTriesOneOrderAtATimeOnceItKnowsThatTheBankIsAway() {
        assertThat(sendsOfOneLook()).as("neither knows it yet").isEqualTo(2 * FIRST_LOOK);

        assertThat(sendsOfOneLook()).as("none is due to be tried").isZero();
        time.jump(PROBE_INTERVAL);
        assertThat(sendsOfOneLook()).as("one each").isEqualTo(2);
    }

    @Test
    void bankThatIsBackGetsEachOrderFromOneReplica() {
        sendsOfOneLook();
        isAway = false;
        int before = gateway().sends().size();
        time.jump(PROBE_INTERVAL);

        for (int look = 0; look <= WAITING / FIRST_LOOK; look++) {
            Replica.lookAtOnce(both);
        }

        assertThat(inEffect()).isEqualTo(WAITING);
        assertThat(gateway().sends().stream().skip(before))
                .hasSize(WAITING)
                .extracting(SendStopRequest::getApplicationId)
                .doesNotHaveDuplicates();
    }

    private int sendsOfOneLook() {
        int before = gateway().sends().size();
        Replica.lookAtOnce(both);
        return gateway().sends().size() - before;
    }
}
