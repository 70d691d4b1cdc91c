package org.stoppayment.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.stoppayment.gateway.testkit.Callbacks.as;
import static org.stoppayment.gateway.testkit.Callbacks.management;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.RawServer.Behaviour;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Numbers and names appear in no log at any level, no error and no metric. */
@QuarkusTest
@TestProfile(PersonalDataContractTest.VerboseLogging.class)
@QuarkusTestResource(TestBedResource.class)
class PersonalDataContractTest {

    private static final String NUMBER = Gateway.ACCOUNT_NUMBER;
    private static final String NAME = Gateway.ACCOUNT_NAME;

    TestBed bed;
    Gateway gateway;

    private final LogListener log = LogListener.start();

    /** Logs everything of our own code and of the fault tolerance library. */
    public static class VerboseLogging implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.log.category.\"org.stoppayment\".level", "TRACE",
                    "quarkus.log.category.\"org.stoppayment\".min-level", "TRACE",
                    "quarkus.log.category.\"io.smallrye.faulttolerance\".level", "DEBUG",
                    "quarkus.log.category.\"io.quarkus\".level", "DEBUG");
        }
    }

    @AfterEach
    void release() {
        log.close();
    }

    @Test
    void numbersAndNamesStayOutOfLogsErrorsAndMetrics() {
        String bank = TestBed.code(44);
        String personal =
                "{\"applicationId\":\"bad\",\"resultCode\":\"%s\",\"mismatched\":[\"%s\"],\"stoppedAt\":\"%s\"}"
                        .formatted(NUMBER, NAME, NAME);
        bed.bank.stubFor(post("/" + bank + "/v1/stops").willReturn(aResponse().withBody(personal)));
        gateway.stop(bank, "invalid");
        bed.bank.stubFor(post("/" + bank + "/v1/stops")
                .willReturn(aResponse().withStatus(500).withBody(NUMBER + NAME)));
        gateway.stop(bank, "failing");
        bed.bank.stubFor(
                post("/" + bank + "/v1/stops").willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
        gateway.stop(bank, "random");
        gateway.stop(TestBed.refusing(), "refused");
        gateway.stop(TestBed.code(Behaviour.HANG), "silent");
        Throwable refusal = catchThrowable(() -> gateway.calls().sendStop(misplaced()));
        String forged = as(bank).body(Feedbacks.stopped("x") + NUMBER + NAME)
                .post("/v1/institutions/" + bank + "/feedback")
                .asString();
        String invalid = callBack(bank, personal);
        String broken = callBack(bank, personal + NUMBER);
        String lost = as(bank).get("/v1/" + "nothing").asString();
        String metrics = management().get("/q/metrics").asString();

        assertThat(refusal).isNotNull();
        assertThat(log.lines()).isNotEmpty();
        assertThat(invalid).contains("INVALID_FEEDBACK");
        assertThat(String.join("\n", log.lines()) + refusal.getMessage() + forged + invalid + broken + lost + metrics)
                .doesNotContain(NUMBER)
                .doesNotContain(NAME)
                .doesNotContain("6228480000000000015")
                .doesNotContain("whsec_")
                .doesNotContain(TestBed.secret(bank));
    }

    @Test
    void listenerHearsWhatIsLogged() {
        Logger.getLogger("org.stoppayment.test").info("planted " + NUMBER);

        assertThat(log.lines()).anyMatch(line -> line.contains(NUMBER));
    }

    /** An order with personal data in the wrong fields. */
    private static SendStopRequest misplaced() {
        return Gateway.stopOrder(TestBed.code(44), NAME + NUMBER).toBuilder()
                .setCaseId(NUMBER)
                .setAccount(Gateway.stopOrder("x", "x").getAccount().toBuilder().setNumber(NAME))
                .build();
    }

    private static String callBack(String bank, String feedback) {
        byte[] body = feedback.getBytes(StandardCharsets.UTF_8);
        var now = InstantSource.system().instant();
        return as(bank).contentType("application/json; charset=UTF-8")
                .header("webhook-id", "m")
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", TestBed.signature(bank).sign("m", now, body))
                .body(body)
                .post("/v1/institutions/" + bank + "/feedback")
                .asString();
    }
}
