package org.stoppayment.gateway.orders.grpc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import io.quarkus.test.common.QuarkusTestResource;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.Queries;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.QueryOutcome;

/** A bank that answers queries, and what the gateway makes of it. */
@QuarkusTestResource(TestBedResource.class)
abstract class QueryContractTestBase {

    static final String BANK = TestBed.queried();

    TestBed bed;

    Gateway gateway;

    QueryOutcome query(QueryKind kind, String id) {
        return gateway.calls().sendQuery(Queries.whole(kind, BANK, id)).getOutcome();
    }

    void answer(String id, String body) {
        bed.bank.stubFor(post("/" + BANK + "/v1/queries")
                .withHeader("idempotency-key", equalTo(id))
                .willReturn(aResponse().withBody(body)));
    }
}
