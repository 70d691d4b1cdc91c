package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.cases.CaseRun;
import org.stoppayment.proto.freeze.v1.ListQueriesRequest;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.ListCaseSharesRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPlansRequest;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.PublicCase;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;

/** A case that is only reported gets drafts with complete statements: nobody has to ask for them. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
class StatementsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long OWN_FEN = 123_400;

    private final RunningSuite running;
    private final CaseRun run;

    StatementsIT(RunningSuite running) {
        this.running = running;
        this.run = new CaseRun(running.clients(), running.simulator(), InstantSource.system(), RunningSuite.TIMEOUT);
    }

    @BeforeEach
    void allBanksBehave() {
        running.banks().behave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhangzhou-loan-140k", "ningbo-ten-levels-6m"})
    void statementsAreCompleteWithoutAPersonAsking(String name) {
        PublicCase each = PublicCase.retold(name, new Random());
        giveMulesMoneyOfTheirOwn(each.world().content());
        String caseId = run.play(each.report(), each.world()).caseId();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(shares(caseId))
                    .isNotEmpty()
                    .allSatisfy(
                            account -> assertThat(account.getNeedsStatement()).isFalse())
                    .anySatisfy(account -> assertThat(account.getOpeningFen()).isEqualTo(OWN_FEN));
            assertThat(drafts(caseId)).isNotEmpty().allSatisfy(draft -> assertThat(draft.getUnmetList())
                    .doesNotContain(RefundCondition.REFUND_CONDITION_STATEMENT_COMPLETE));
        });

        assertThat(queries(caseId)).isNotEmpty().allSatisfy(query -> assertThat(
                        query.getOperator().getOrganisation())
                .isEqualTo("SYSTEM"));
    }

    /** What their banks told with the stops does not add up without it. */
    private static void giveMulesMoneyOfTheirOwn(JsonNode world) {
        for (JsonNode account : world.path("accounts")) {
            long before = Long.parseLong(account.path("balanceFen").asText());
            ((ObjectNode) account).put("balanceFen", Long.toString(before + OWN_FEN));
        }
    }

    private List<AccountShares> shares(String caseId) {
        return running.clients()
                .shares()
                .listCaseShares(
                        ListCaseSharesRequest.newBuilder().setCaseId(caseId).build())
                .getAccountsList();
    }

    private List<RefundPlanSummary> drafts(String caseId) {
        return running.clients()
                .refunds()
                .listRefundPlans(ListRefundPlansRequest.newBuilder()
                        .setCaseId(caseId)
                        .setPageSize(500)
                        .build())
                .getPlansList();
    }

    private List<Query> queries(String caseId) {
        return running.clients()
                .queries()
                .listQueries(ListQueriesRequest.newBuilder().setCaseId(caseId).build())
                .getQueriesList();
    }
}
