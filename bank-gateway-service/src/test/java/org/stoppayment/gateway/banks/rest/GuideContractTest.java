package org.stoppayment.gateway.banks.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stoppayment.gateway.testkit.OpenApi;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.kernel.ids.Ids;

/** The examples of the guide and of the contract are valid. */
class GuideContractTest {

    private static final Pattern JSON_BLOCK =
            Pattern.compile("<!-- schema: (\\w+) -->\\n```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("(?m)^(secret|id|timestamp|body|signature): +(.*)$");
    private static final Pattern BODY = Pattern.compile("(?m)^BODY='(.*)'$");
    private static final Pattern ID = Pattern.compile("\"applicationId\":\"([^\"]*)\"");
    private static final Pattern CODE_ROW = Pattern.compile("(?m)^\\| ([0-9][0-9, –]*).*?\\|[^|]*\\| ([A-Z][a-z]*).*$");
    private static final Map<ResultCode.Meaning, String> IN_THE_GUIDE = Map.of(
            ResultCode.Meaning.IN_EFFECT, "Stop",
            ResultCode.Meaning.HELD_BY_OTHER, "Held",
            ResultCode.Meaning.DECLINED, "Declined",
            ResultCode.Meaning.NOT_SENT, "Sends");

    private final OpenApi contract = new OpenApi();

    @TestFactory
    Stream<DynamicTest> everyDocumentInTheGuideIsValid() {
        List<Matcher> blocks = all(JSON_BLOCK, OpenApi.guide());
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(5);
        return blocks.stream()
                .map(block -> DynamicTest.dynamicTest(
                        block.group(1), () -> assertThat(contract.violations(block.group(1), block.group(2)))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfTheContractIsValid() {
        Map<String, String> schemaOf = Map.ofEntries(
                Map.entry("StopOrder", "StopOrder"),
                Map.entry("LiftOrder", "LiftOrder"),
                Map.entry("ExtensionOrder", "ExtensionOrder"),
                Map.entry("Stopped", "StopFeedback"),
                Map.entry("NameMismatch", "StopFeedback"),
                Map.entry("Lifted", "Feedback"),
                Map.entry("Extended", "Feedback"),
                Map.entry("ExtensionAfterExpiry", "Feedback"),
                Map.entry("FreezeOrder", "FreezeOrder"),
                Map.entry("FreezeRenewal", "FreezeRenewal"),
                Map.entry("FreezeLift", "FreezeLift"),
                Map.entry("FreezeChange", "FreezeChange"),
                Map.entry("Frozen", "FreezeFeedback"),
                Map.entry("FrozenInPart", "FreezeFeedback"),
                Map.entry("Waiting", "FreezeFeedback"),
                Map.entry("FreezeNameMismatch", "FreezeFeedback"),
                Map.entry("Renewed", "Feedback"),
                Map.entry("RenewalAfterExpiry", "Feedback"),
                Map.entry("FreezeLifted", "Feedback"),
                Map.entry("Changed", "FreezeFeedback"),
                Map.entry("RefundOrder", "RefundOrder"),
                Map.entry("Paid", "RefundFeedback"),
                Map.entry("PaidLess", "RefundFeedback"),
                Map.entry("PayeeNotKnown", "RefundFeedback"),
                Map.entry("RefundReturned", "RefundFeedback"),
                Map.entry("HolderQuery", "Query"),
                Map.entry("TransactionsQuery", "Query"),
                Map.entry("WatchQuery", "Query"),
                Map.entry("WatchEndQuery", "Query"),
                Map.entry("HolderAnswer", "QueryAnswer"),
                Map.entry("BalanceAnswer", "QueryAnswer"),
                Map.entry("TransactionsAnswer", "QueryAnswer"),
                Map.entry("AccountsAnswer", "QueryAnswer"),
                Map.entry("WatchAnswer", "QueryAnswer"),
                Map.entry("WatchReport", "QueryAnswer"),
                Map.entry("QueryNameMismatch", "QueryAnswer"),
                Map.entry("OrderNotKnown", "Problem"),
                Map.entry("InvalidFeedback", "Problem"),
                Map.entry("IncompleteFeedback", "Problem"));
        JsonNode examples = contract.document().at("/components/examples");
        assertThat(examples.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(schemaOf.keySet());
        return schemaOf.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> assertThat(contract.violations(
                                entry.getValue(), examples.path(entry.getKey()).path("value")))
                        .isEmpty()));
    }

    @Test
    void exampleSignatureIsCorrect() {
        Map<String, String> example = new java.util.HashMap<>();
        all(LINE, OpenApi.guide()).forEach(line -> example.put(line.group(1), line.group(2)));
        byte[] body = example.get("body").getBytes(StandardCharsets.UTF_8);
        Instant at = Instant.ofEpochSecond(Long.parseLong(example.get("timestamp")));

        assertThat(new WebhookSignature(example.get("secret")).sign(example.get("id"), at, body))
                .isEqualTo(example.get("signature"));
        assertThat(contract.violations("StopFeedback", example.get("body"))).isEmpty();
    }

    /** With another id the callback would be refused as invalid, and would not show that the signature is correct. */
    @Test
    void exampleCallbackHasAnOrderIdOfOurForm() {
        String body = all(BODY, OpenApi.guide()).get(0).group(1);

        assertThat(contract.violations("Feedback", body)).isEmpty();
        assertThat(all(ID, body)).singleElement().satisfies(id -> assertThat(Ids.parse(id.group(1)))
                .isPresent());
    }

    @Test
    void resultCodesHaveTheMeaningOfTheGuide() {
        int checked = 0;
        for (Matcher row : all(CODE_ROW, OpenApi.guide())) {
            for (String code : Arrays.asList(row.group(1).trim().split("[, –]+"))) {
                ResultCode.Meaning meaning = new ResultCode(code).meaning();
                String said = row.group(2);
                if (IN_THE_GUIDE.containsKey(meaning)) {
                    assertThat(said).as(code).isEqualTo(IN_THE_GUIDE.get(meaning));
                } else if (meaning == ResultCode.Meaning.IN_DOUBT) {
                    assertThat(said).as(code).isIn("Asks", "In");
                } else {
                    assertThat(row.group()).as(code).contains("A person calls you");
                }
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(30);
    }

    private static List<Matcher> all(Pattern pattern, String text) {
        List<Matcher> found = new java.util.ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add((Matcher) pattern.matcher(text).region(matcher.start(), matcher.end()));
            found.get(found.size() - 1).find();
        }
        return found;
    }
}
