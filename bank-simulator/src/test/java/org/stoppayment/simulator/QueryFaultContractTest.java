package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.Mode;
import org.stoppayment.simulator.wire.Query;

/** Queries at institutions that misbehave, repeated queries, and queries of a wrong form. */
class QueryFaultContractTest extends QueryTestBase {

    @Test
    void repeatedQueryIsAnsweredAsTheFirstTime() {
        ObjectNode balance = query(Query.Kind.BALANCE);
        String first = sendNow(balance).body();
        withdrawAll();

        assertThat(sendNow(balance).body()).isEqualTo(first);
        assertThat(inquireNow(balance).body()).isEqualTo(first);
        assertThat(sendNow(Orders.again(balance))
                        .json()
                        .at("/balance/balanceFen")
                        .longValue())
                .isZero();
    }

    @Test
    void anotherQueryWithTheSameIdIsRefused() {
        ObjectNode balance = query(Query.Kind.BALANCE);
        sendNow(balance);

        GatewayClient.Answer answer = sendNow(balance.deepCopy().put("kind", "HOLDER"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").textValue()).isEqualTo("applicationId");
    }

    @Test
    void asynchronousInstitutionCallsBackWithTheAnswer() {
        simulator.configure(ABC, Optional.of(Mode.ASYNC), Optional.empty(), Optional.empty());
        ObjectNode query = query(Query.Kind.HOLDER);

        assertThat(sendNow(query).status()).isEqualTo(202);

        await().untilAsserted(() -> assertThat(gateway.received(Orders.id(query)))
                .singleElement()
                .satisfies(received -> {
                    assertThat(received.path()).isEqualTo("/v1/institutions/" + ABC + "/query-answers");
                    assertThat(received.feedback().at("/holder/name").textValue())
                            .isEqualTo(HOLDER);
                }));
        assertThat(inquireNow(query).status()).isEqualTo(200);
    }

    @Test
    void callbackIsRepeatedUntilItIsAcknowledged() {
        simulator.configure(ABC, Optional.of(Mode.ASYNC), Optional.empty(), Optional.empty());
        gateway.answerNext(503, 503);
        ObjectNode query = query(Query.Kind.HOLDER);

        sendNow(query);

        await().untilAsserted(() -> assertThat(gateway.received(Orders.id(query)))
                .extracting(FakeGateway.Received::answered)
                .containsExactly(503, 503, 204));
    }

    @Test
    void queryBehindAnErrorIsKnownOnlyWhenItWasTaken() {
        ObjectNode lost = query(Query.Kind.HOLDER);
        ObjectNode taken = query(Query.Kind.HOLDER);
        simulator.setFault(ABC, Fault.of(FaultKind.ERROR_500).times(1));
        assertThat(sendNow(lost).status()).isEqualTo(500);
        simulator.setFault(ABC, Fault.of(FaultKind.ERROR_500).booking(true).times(1));
        assertThat(sendNow(taken).status()).isEqualTo(500);

        GatewayClient.Answer unknown = inquireNow(lost);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("code").textValue()).isEqualTo("ORDER_NOT_KNOWN");
        assertThat(inquireNow(taken).json().at("/holder/name").textValue()).isEqualTo(HOLDER);
    }

    @Test
    void answerAboutAnotherAccountIsPutRightByAnInquiry() {
        simulator.setFault(ABC, Fault.of(FaultKind.WRONG_ACCOUNT).times(1));
        ObjectNode query = query(Query.Kind.BALANCE);

        assertThat(sendNow(query).json().path("accountNumber").textValue()).isNotEqualTo(MULE_NUMBER);
        assertThat(inquireNow(query).json().path("accountNumber").textValue()).isEqualTo(MULE_NUMBER);
    }

    @Test
    void halfAStatementIsCompletedByAnInquiry() {
        simulator.setFault(ABC, Fault.of(FaultKind.OUTFLOWS_IN_TWO_PARTS).times(1));
        ObjectNode query = transactions();

        GatewayClient.Answer half = sendNow(query);
        GatewayClient.Answer whole = inquireNow(query);

        assertThat(half.json().path("complete").booleanValue()).isFalse();
        assertThat(texts(half.json().at("/transactions/bookings"), "serial")).containsExactly("D-1");
        assertThat(whole.json().path("complete").booleanValue()).isTrue();
        assertThat(texts(whole.json().at("/transactions/bookings"), "serial")).containsExactly("D-1", "M-1");
    }

    @Test
    void bareResultSaysNothingAboutTheAccount() {
        simulator.setFault(ABC, Fault.of(FaultKind.BARE_RESULT).times(1));

        GatewayClient.Answer bare = sendNow(query(Query.Kind.HOLDER));

        assertThat(bare.code()).isEqualTo("0000");
        assertThat(bare.json().has("holder")).isFalse();
        assertThat(bare.json().has("accountNumber")).isFalse();
    }

    @Test
    void queryOfAWrongFormIsRefusedWithEveryField() {
        ObjectNode query = query(Query.Kind.WATCH).put("since", "2020-01-01T00:00:00Z");
        query.remove("emergency");
        query.remove("reason");

        GatewayClient.Answer answer = sendNow(query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("since", "until", "legalBasis", "reason");
    }
}
