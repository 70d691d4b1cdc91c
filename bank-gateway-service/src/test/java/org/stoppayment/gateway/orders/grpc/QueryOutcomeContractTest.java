package org.stoppayment.gateway.orders.grpc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_BALANCE;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_HOLDER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Queries;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.QueryAnswer;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.QueryOutcome;

/** What became of a query: a result, doubt, or nothing sent. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class QueryOutcomeContractTest extends QueryContractTestBase {

    @ParameterizedTest
    @CsvSource({"0300", "0301", "0600", "1100", "4711"})
    void anyOtherCodeIsTheResult(String code) {
        String id = "declined-" + code;
        answer(id, Feedbacks.code(id, code));

        QueryAnswer answer = query(QUERY_KIND_HOLDER, id).getAnswer();

        assertThat(answer.getResultCode()).isEqualTo(code);
        assertThat(answer.getUnreadableList()).isEmpty();
    }

    @Test
    void callLimitMeansThatTheQueryWasNotSent() {
        answer("limited", Feedbacks.code("limited", "200008"));

        assertThat(query(QUERY_KIND_HOLDER, "limited").getNotSent().getReason()).isEqualTo("CALL_LIMIT");
    }

    @Test
    void answerAboutAnotherAccountIsDoubtAndTheInquiryResolvesIt() {
        String other = Queries.answerAbout("6222020000000000026", "doubt-1", Queries.balance());
        answer("doubt-1", other);
        inquiryAnswer("doubt-1", Queries.answer("doubt-1", Queries.balance()));

        assertThat(query(QUERY_KIND_BALANCE, "doubt-1").getNoAnswer().getReason())
                .isEqualTo("WRONG_ACCOUNT");
        assertThat(inquire(QUERY_KIND_BALANCE, "doubt-1")
                        .getAnswer()
                        .getBalance()
                        .getBalanceFen())
                .isEqualTo(6_000_000);

        inquiryAnswer("doubt-1", other);
        assertThat(inquire(QUERY_KIND_BALANCE, "doubt-1").getNoAnswer().getReason())
                .isEqualTo("WRONG_ACCOUNT");
    }

    @Test
    void numberInAnotherFormIsTheSameAccount() {
        String number = "6222 0200-0000 0000018";
        answer("spaces", Queries.answerAbout(number, "spaces", Queries.balance()));

        assertThat(query(QUERY_KIND_BALANCE, "spaces").hasAnswer()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "garbage | <html>maintenance</html> | GARBAGE",
                "no-result | {\"applicationId\": \"no-result\"} | INVALID_FEEDBACK",
                "other-id | {\"applicationId\": \"x\", \"resultCode\": \"0300\"} | WRONG_APPLICATION_ID"
            })
    void answerThatCannotBeUsedIsDoubt(String id, String body, String reason) {
        answer(id, body);

        assertThat(query(QUERY_KIND_HOLDER, id).getNoAnswer().getReason()).isEqualTo(reason);
    }

    @Test
    void queryThatIsTakenWillBeCalledBack() {
        bed.bank.stubFor(post("/" + BANK + "/v1/queries")
                .withHeader("idempotency-key", equalTo("taken"))
                .willReturn(aResponse().withStatus(202)));

        assertThat(query(QUERY_KIND_HOLDER, "taken").hasAccepted()).isTrue();
    }

    @Test
    void queryThatIsNotAnsweredIsDoubtAndAnInquiryMayFindItNotKnown() {
        String bank = TestBed.queriedInVain();
        bed.bank.stubFor(post("/" + bank + "/v1/queries").willReturn(aResponse().withStatus(500)));
        bed.bank.stubFor(get("/" + bank + "/v1/queries/lost")
                .willReturn(aResponse()
                        .withStatus(404)
                        .withBody("{\"title\": \"No such query\", \"status\": 404, \"code\": \"ORDER_NOT_KNOWN\"}")));

        QueryOutcome sent = gateway.calls()
                .sendQuery(Queries.whole(QUERY_KIND_HOLDER, bank, "lost"))
                .getOutcome();
        QueryOutcome inquired = gateway.calls()
                .inquireQuery(Queries.inquiry(QUERY_KIND_HOLDER, bank, "lost"))
                .getOutcome();

        assertThat(sent.getNoAnswer().getReason()).isEqualTo("HTTP_500");
        assertThat(inquired.hasNotKnown()).isTrue();
    }

    @Test
    void unknownInstitutionHasNoRoute() {
        assertThat(gateway.calls()
                        .sendQuery(Queries.whole(QUERY_KIND_HOLDER, "Z9999999999999", "nowhere"))
                        .getOutcome()
                        .hasNoRoute())
                .isTrue();
    }

    private QueryOutcome inquire(QueryKind kind, String id) {
        return gateway.calls().inquireQuery(Queries.inquiry(kind, BANK, id)).getOutcome();
    }

    private void inquiryAnswer(String id, String body) {
        bed.bank.stubFor(get("/" + BANK + "/v1/queries/" + id)
                .withHeader("webhook-id", equalTo(id))
                .willReturn(aResponse().withBody(body)));
    }
}
