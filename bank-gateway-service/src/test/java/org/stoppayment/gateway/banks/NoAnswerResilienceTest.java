package org.stoppayment.gateway.banks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Bed;
import org.stoppayment.gateway.testkit.BedResource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.RawServer.Manner;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.Outcome.ResultCase;

/** Where "certainly not sent" ends and doubt begins: at the connection, proven below HTTP. */
@QuarkusTest
@QuarkusTestResource(BedResource.class)
class NoAnswerResilienceTest {

    Bed bed;
    Gateway gateway;

    @Test
    void refusedConnectionIsNotSent() {
        assertNotSent(gateway.stop(Bed.refusing(), "refused"), "CONNECTION_REFUSED");
    }

    @Test
    void hostWithoutAddressIsNotSent() {
        assertNotSent(gateway.stop(Bed.unresolved(), "unresolved"), "UNRESOLVED");
    }

    @Test
    void connectionThatIsNotSecureIsNotSent() {
        assertNotSent(gateway.stop(Bed.notSpeakingTls(), "no-tls"), "TLS_FAILED");
    }

    @Test
    void closeRightAfterTheConnectionWasMadeIsDoubt() {
        assertNoAnswer(gateway.stop(Bed.code(Manner.CLOSE), "closed"), "RESET");
    }

    @Test
    void resetAfterTheOrderArrivedIsDoubt() {
        assertNoAnswer(gateway.stop(Bed.code(Manner.RESET_AFTER_READ), "reset"), "RESET");
        assertThat(bed.raw(Manner.RESET_AFTER_READ).requests()).isPositive();
    }

    @Test
    void answerCutOffInItsMiddleIsDoubt() {
        assertNoAnswer(gateway.stop(Bed.code(Manner.CUT_BODY), "cut"), "RESET");
    }

    @Test
    void silenceIsDoubtAndTheConnectionIsGivenUp() {
        assertNoAnswer(gateway.stop(Bed.code(Manner.HANG), "silent"), "TIMEOUT");

        await().untilAsserted(
                        () -> assertThat(bed.raw(Manner.HANG).openConnections()).isZero());
    }

    @Test
    void answerThatNeverEndsIsDoubtAndTheConnectionIsGivenUp() {
        assertNoAnswer(gateway.stop(Bed.code(Manner.SLOW_BODY), "slow"), "TIMEOUT");

        await().untilAsserted(() ->
                assertThat(bed.raw(Manner.SLOW_BODY).openConnections()).isZero());
    }

    @Test
    void answerThatComesTooLateIsDoubt() {
        String bank = Bed.code(Bed.FIRST_SLOW);
        bed.bank.stubFor(post("/" + bank + "/v1/stops")
                .willReturn(aResponse().withBody(Feedbacks.stopped("late")).withFixedDelay(2_000)));

        assertNoAnswer(gateway.stop(bank, "late"), "TIMEOUT");
    }

    @Test
    void answerThatDripsIsDoubt() {
        String bank = Bed.code(Bed.FIRST_SLOW + 1);
        bed.bank.stubFor(post("/" + bank + "/v1/stops")
                .willReturn(aResponse().withBody(Feedbacks.stopped("drip")).withChunkedDribbleDelay(20, 3_000)));

        assertNoAnswer(gateway.stop(bank, "drip"), "TIMEOUT");
    }

    @Test
    void randomBytesAreDoubt() {
        String bank = Bed.code(47);
        bed.bank.stubFor(
                post("/" + bank + "/v1/stops").willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));

        assertThat(gateway.stop(bank, "random").getResultCase()).isEqualTo(ResultCase.NO_ANSWER);
    }

    @Test
    void resetByWireMockIsDoubt() {
        String bank = Bed.code(48);
        bed.bank.stubFor(
                post("/" + bank + "/v1/stops").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertNoAnswer(gateway.stop(bank, "reset"), "RESET");
    }

    private static void assertNotSent(Outcome outcome, String reason) {
        assertThat(outcome.getResultCase()).isEqualTo(ResultCase.NOT_SENT);
        assertThat(outcome.getNotSent().getReason()).isEqualTo(reason);
    }

    private static void assertNoAnswer(Outcome outcome, String reason) {
        assertThat(outcome.getResultCase()).isEqualTo(ResultCase.NO_ANSWER);
        assertThat(outcome.getNoAnswer().getReason()).isEqualTo(reason);
    }
}
