package org.stoppayment.gateway.banks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.stoppayment.gateway.testkit.Callbacks.management;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.feedback.freeze.FreezeOffset;
import org.stoppayment.gateway.testkit.Callbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kit.testing.LogListener;

/** Institutions refuse messages of another time, so the gateway takes account-freeze's time and says when it is refused. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class ClockContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final String BANK = TestBed.code(54);

    TestBed bed;
    Gateway gateway;

    @Inject
    FreezeOffset offset;

    @AfterEach
    void setClocksRight() {
        bed.freeze.setAhead(Duration.ZERO);
        offset.measure().await().atMost(PATIENCE);
    }

    @Test
    void messagesCarryTheTimeOfAccountFreezeAndNotOfThisHost() {
        answer(aResponse().withStatus(202));
        bed.freeze.setAhead(TEN_MINUTES.negated());
        offset.measure().await().atMost(PATIENCE);

        gateway.stop(BANK, "right-time");

        Instant expected = Callbacks.now().minus(TEN_MINUTES);
        String timestamp = bed.bank
                .findAll(anyRequestedFor(urlMatching("/" + BANK + "/.*"))
                        .withHeader("webhook-id", equalTo("right-time")))
                .get(0)
                .getHeader("webhook-timestamp");
        assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                .isBetween(expected.minusSeconds(30), expected.plusSeconds(30));
        health().body(containsString("\"clock\": \"account-freeze\""));
    }

    @Test
    void refusalsForTheTimeAreCountedLoggedOnceAndShown() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Callbacks.now().minus(TEN_MINUTES).atOffset(ZoneOffset.UTC));
        answer(aResponse().withStatus(401).withHeader("Date", date));
        try (LogListener log = LogListener.start()) {
            assertThat(gateway.stop(BANK, "late-1").getNoAnswer().getReason()).isEqualTo("CLOCK_REFUSED");
            answer(aResponse().withStatus(401).withBody("{\"code\": \"TIMESTAMP_OUT_OF_RANGE\"}"));
            assertThat(gateway.stop(BANK, "late-2").getNoAnswer().getReason()).isEqualTo("CLOCK_REFUSED");

            assertThat(log.alarms())
                    .singleElement()
                    .asString()
                    .contains(BANK + " refuses messages because of their time");
        }
        management()
                .get("/q/metrics")
                .then()
                .body(containsString("stoppayment_gateway_clock_refusals_total{institution=\"" + BANK + "\"} 2.0"));
        health().body(containsString(BANK));

        answer(aResponse().withStatus(401));
        assertThat(gateway.stop(BANK, "unsigned").getNoAnswer().getReason())
                .as("refused for another reason")
                .isEqualTo("HTTP_401");
        answer(aResponse().withStatus(202));
        gateway.stop(BANK, "accepted");
        health().body(not(containsString(BANK)));
    }

    private static io.restassured.response.ValidatableResponse health() {
        return management().get("/q/health/ready").then().statusCode(200);
    }

    private void answer(ResponseDefinitionBuilder answer) {
        bed.bank.stubFor(any(urlMatching("/" + BANK + "/.*")).willReturn(answer));
    }
}
