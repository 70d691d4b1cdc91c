package org.stoppayment.gateway.banks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.RawServer.Behaviour;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.Outcome.ResultCase;

/** Failures before a connection exists are "not sent", later ones are "no answer"; tested on the level of TCP. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class NoAnswerResilienceTest {

    TestBed bed;
    Gateway gateway;

    @Test
    void refusedConnectionIsNotSent() {
        assertNotSent(gateway.stop(TestBed.refusing(), "refused"), "CONNECTION_REFUSED");
    }

    @Test
    void hostWithoutAddressIsNotSent() {
        assertNotSent(gateway.stop(TestBed.unresolved(), "unresolved"), "UNRESOLVED");
    }

    @Test
    void failedTlsHandshakeIsNotSent() {
        assertNotSent(gateway.stop(TestBed.withoutTls(), "no-tls"), "TLS_FAILED");
    }

    @Test
    void closeRightAfterConnectingIsDoubt() {
        assertNoAnswer(gateway.stop(TestBed.code(Behaviour.CLOSE), "closed"), "RESET");
    }

    @Test
    void resetAfterTheOrderArrivedIsDoubt() {
        assertNoAnswer(gateway.stop(TestBed.code(Behaviour.RESET_AFTER_READ), "reset"), "RESET");
        assertThat(bed.raw(Behaviour.RESET_AFTER_READ).requests()).isPositive();
    }

    @Test
    void truncatedAnswerIsDoubt() {
        assertNoAnswer(gateway.stop(TestBed.code(Behaviour.CUT_BODY), "cut"), "RESET");
    }

    @Test
    void silenceIsDoubtAndTheConnectionIsGivenUp() {
        assertNoAnswer(gateway.stop(TestBed.code(Behaviour.HANG), "silent"), "TIMEOUT");

        await().untilAsserted(() ->
                assertThat(bed.raw(Behaviour.HANG).openConnections()).isZero());
    }

    @Test
    void answerThatNeverEndsIsDoubtAndTheConnectionIsGivenUp() {
        assertNoAnswer(gateway.stop(TestBed.code(Behaviour.SLOW_BODY), "slow"), "TIMEOUT");

        await().untilAsserted(() ->
                assertThat(bed.raw(Behaviour.SLOW_BODY).openConnections()).isZero());
    }

    @Test
    void lateAnswerIsDoubt() {
        String bank = TestBed.code(TestBed.FIRST_WITH_SHORT_TIMEOUT);
        bed.bank.stubFor(post("/" + bank + "/v1/stops")
                .willReturn(aResponse().withBody(Feedbacks.stopped("late")).withFixedDelay(2_000)));

        assertNoAnswer(gateway.stop(bank, "late"), "TIMEOUT");
    }

    @Test
    void slowlySentAnswerIsDoubt() {
        String bank = TestBed.code(TestBed.FIRST_WITH_SHORT_TIMEOUT + 1);
        bed.bank.stubFor(post("/" + bank + "/v1/stops")
                .willReturn(aResponse().withBody(Feedbacks.stopped("drip")).withChunkedDribbleDelay(20, 3_000)));

        assertNoAnswer(gateway.stop(bank, "drip"), "TIMEOUT");
    }

    @Test
    void randomBytesAreDoubt() {
        String bank = TestBed.code(47);
        bed.bank.stubFor(
                post("/" + bank + "/v1/stops").willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));

        assertThat(gateway.stop(bank, "random").getResultCase()).isEqualTo(ResultCase.NO_ANSWER);
    }

    @Test
    void resetByWireMockIsDoubt() {
        String bank = TestBed.code(48);
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
