package org.stoppayment.gateway.trial;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Callbacks;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.gateway.trial.application.TryingInstitution;
import org.stoppayment.gateway.trial.domain.StepReport;
import org.stoppayment.gateway.trial.domain.TrialStep;
import org.stoppayment.proto.gateway.v1.TryInstitutionResponse;

/** Institutions that answer a trial later, and callers that do not wait for its end. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class UnfinishedTrialContractTest extends TrialTestBase {

    private static final Pattern APPLICATION_ID = Pattern.compile("\"applicationId\":\"([^\"]+)\"");

    @Inject
    TryingInstitution trying;

    @Test
    void acceptedOrderWithoutACallbackIsNamed() {
        stops(aResponse().withStatus(202));

        assertThat(findings(attempt(BANK).subList(0, 1))).containsExactly("STOP NO_CALLBACK");
    }

    @Test
    void aCallbackAboutATrialIsTakenAndNotRecorded() {
        stops(aResponse().withStatus(202));
        CompletableFuture<List<TryInstitutionResponse>> trial = attemptLater();
        String id = sentId();

        byte[] body = Callbacks.bytes(stopped(id));
        Instant now = Callbacks.now();
        String signature = TestBed.signature(BANK).sign("m-1", now, body);
        Callbacks.send(BANK, "m-1", now, signature, body).then().statusCode(204);

        List<TryInstitutionResponse> steps = trial.join();
        assertThat(findings(steps)).isEmpty();
        assertThat(steps.get(0).getCalledBack()).isTrue();
        assertThat(bed.freeze.recorded(id)).isEmpty();
        Callbacks.send(BANK, "m-1", now, signature, body).then().statusCode(204);
        assertThat(bed.freeze.recorded(id)).as("the trial is over").hasSize(1);
    }

    @Test
    void aCallbackWithAWrongSignatureIsNamed() {
        stops(aResponse().withStatus(202));
        CompletableFuture<List<TryInstitutionResponse>> trial = attemptLater();
        byte[] body = Callbacks.bytes(stopped(sentId()));
        Instant now = Callbacks.now();

        Callbacks.send(BANK, "m-1", now, TestBed.signature(TestBed.code(1)).sign("m-1", now, body), body)
                .then()
                .statusCode(401);

        assertThat(findings(trial.join().subList(0, 1))).containsExactly("STOP CALLBACK_REFUSED", "STOP NO_CALLBACK");
    }

    @Test
    void theStopIsLiftedAlsoWhenTheCallerGoesAway() {
        StepReport first = trying.run(BANK, Optional.empty(), Optional.empty())
                .toUni()
                .await()
                .atMost(TIMEOUT);

        assertThat(first.step()).isEqualTo(TrialStep.STOP);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> bed.bank.verify(1, postRequestedFor(urlEqualTo("/" + BANK + "/v1/lifts"))));
    }

    private String sentId() {
        await().atMost(TIMEOUT).until(() -> !stopsOf(BANK).isEmpty());
        Matcher id = APPLICATION_ID.matcher(stopsOf(BANK).get(0).getBodyAsString());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private CompletableFuture<List<TryInstitutionResponse>> attemptLater() {
        return CompletableFuture.supplyAsync(() -> attempt(BANK));
    }
}
