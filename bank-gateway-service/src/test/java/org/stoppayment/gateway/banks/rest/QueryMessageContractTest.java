package org.stoppayment.gateway.banks.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_HOLDER;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_TRANSACTIONS;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.gateway.testkit.Freezes;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.OpenApi;
import org.stoppayment.gateway.testkit.Queries;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.QueryKind;

/** Every query conforms to the contract. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class QueryMessageContractTest {

    private static final String BANK = TestBed.queriedForForm();

    TestBed bed;
    Gateway gateway;

    private final OpenApi contract = new OpenApi();

    @BeforeEach
    void acceptAllQueries() {
        bed.bank.stubFor(
                any(urlMatching("/" + BANK + "/.*")).willReturn(aResponse().withStatus(202)));
    }

    @Test
    void queryBeforeFilingNamesTheEmergency() {
        gateway.calls().sendQuery(Queries.whole(QUERY_KIND_HOLDER, BANK, "a-query"));

        LoggedRequest sent = sent("a-query");
        assertThat(sent.getMethod().value() + " " + sent.getUrl()).isEqualTo("POST /" + BANK + "/v1/queries");
        assertThat(sent.getHeader("idempotency-key")).isEqualTo("a-query");
        assertThat(sent.getBodyAsString()).isEqualTo("""
                {"applicationId":"a-query","caseId":"01890a5d-ac96-774b-bcce-b302099a8057",\
                "account":{"institutionCode":"%s","number":"6222020000000000018","name":"张三丰","kind":"BANK_PERSONAL"},\
                "kind":"HOLDER","reason":"FAKE_LOAN","appliedAt":"2026-03-02T03:00:00Z",\
                "emergency":{"organisation":"110 desk","reportedAt":"2026-03-01T08:00:00Z"},\
                "operator":{"organisation":"anti-fraud centre","badgeNumber":"100234"}}""".formatted(BANK));
    }

    @Test
    void queryForThePageAfterNamesItsToken() {
        gateway.calls()
                .sendQuery(Queries.filed(QUERY_KIND_TRANSACTIONS, BANK, "a-page").toBuilder()
                        .setPageToken("page 2")
                        .build());

        String body = sent("a-page").getBodyAsString();
        assertThat(contract.violations("Query", body)).isEmpty();
        assertThat(body)
                .contains("\"since\":\"2026-03-01T08:00:00Z\",\"pageToken\":\"page 2\"", Freezes.DIGEST)
                .doesNotContain("emergency");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"QUERY_KIND_UNSPECIFIED", "UNRECOGNIZED"},
            mode = EnumSource.Mode.EXCLUDE)
    void queryOfEveryKindConformsToTheContract(QueryKind kind) {
        String id = "kind-" + kind.getNumber();

        gateway.calls().sendQuery(Queries.whole(kind, BANK, id));

        String body = sent(id).getBodyAsString();
        assertThat(contract.violations("Query", body)).isEmpty();
        assertThat(body).contains("\"kind\":\"" + kind.name().substring("QUERY_KIND_".length()) + "\"");
    }

    @Test
    void inquiryAboutAQueryHasAResourceOfItsOwn() {
        gateway.calls().inquireQuery(Queries.inquiry(QUERY_KIND_HOLDER, BANK, "an-inquiry-q"));

        LoggedRequest sent = sent("an-inquiry-q");
        assertThat(sent.getMethod().value() + " " + sent.getUrl())
                .isEqualTo("GET /" + BANK + "/v1/queries/an-inquiry-q");
        assertThat(sent.getBody()).isEmpty();
        assertThat(contract.headerViolations("WebhookSignature", sent.getHeader("webhook-signature")))
                .isEmpty();
    }

    private LoggedRequest sent(String id) {
        return bed.bank
                .findAll(anyRequestedFor(urlMatching("/" + BANK + "/.*")).withHeader("webhook-id", equalTo(id)))
                .get(0);
    }
}
