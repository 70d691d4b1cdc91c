package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.fake.HoldSamples.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.rpc.Code;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;

/** {@code stoppay hold freeze CASE --all}. */
class HoldFreezeAllCommandTest extends HoldFreezeCommandTestBase {

    @Test
    void allProposedAccountsAreShownOnceAndFrozenForTheSumsShown() {
        proposeThree();
        terminal.answering("y\n");

        assertThat(hold("freeze", caseId, "--all")).isZero();

        assertThat(terminal.err())
                .containsSubsequence(
                        MULE,
                        "140,000.00",
                        SECOND,
                        "2,500.00",
                        THIRD,
                        "1.00",
                        "in all    3 accounts, 142,501.00",
                        "Freeze these 3 accounts for case " + caseId + "? [y/N]");
        assertThat(services.holds().orders())
                .containsExactly(
                        expected(MULE)
                                .setInstitutionCode("102100099996")
                                .setAmountFen(14_000_000)
                                .build(),
                        expected(SECOND)
                                .setInstitutionCode("102100099996")
                                .setAmountFen(250_000)
                                .build(),
                        expected(THIRD)
                                .setInstitutionCode("102100099996")
                                .setAmountFen(100)
                                .build());
        assertThat(terminal.out())
                .containsSubsequence("freeze of " + MULE, "freeze of " + SECOND, "freeze of " + THIRD);
    }

    @Test
    void refusalIsInItsRowAndEndsNoneOfTheOthers() {
        proposeThree();
        services.holds().fail(SECOND, Code.FAILED_PRECONDITION);

        assertThat(hold("freeze", caseId, "--all", "--yes")).isEqualTo(ExitCode.REFUSED);

        assertThat(services.holds().orders()).hasSize(3);
        assertThat(terminal.out())
                .containsSubsequence(
                        MULE,
                        "REQUESTED",
                        SECOND,
                        "failed",
                        "refused: the order fails [ALREADY_FROZEN]",
                        THIRD,
                        "REQUESTED");
    }

    @Test
    void orderThatIsNotAnsweredEndsTheBatchAndTheRestIsNotSent() {
        proposeThree();
        services.holds().fail(SECOND, Code.UNAVAILABLE);

        assertThat(hold("freeze", caseId, "--all", "--yes")).isEqualTo(ExitCode.FAILED);

        assertThat(services.holds().orders())
                .extracting(OrderFreezeRequest::getAccountNumber)
                .containsExactly(MULE, SECOND);
        assertThat(terminal.out()).containsSubsequence(MULE, "REQUESTED", SECOND, "failed", THIRD, "not sent");
        assertThat(terminal.err()).contains("the service cannot be reached");
    }

    @Test
    void resultsForAProgramAreOneObject() throws IOException {
        proposeThree();
        services.holds().fail(SECOND, Code.FAILED_PRECONDITION);

        assertThat(hold("freeze", caseId, "--all", "--yes", "-o", "json")).isEqualTo(ExitCode.REFUSED);

        JsonNode results = Json.MAPPER.readTree(terminal.out()).path("results");
        assertThat(results).hasSize(3);
        assertThat(results.get(0).path("freeze").path("applicationId").asText()).isEqualTo("freeze of " + MULE);
        assertThat(results.get(0).path("freeze").path("account").path("name").asText())
                .isEqualTo("***(3)");
        assertThat(results.get(1).path("amountFen").isTextual()).isTrue();
        assertThat(results.get(1).path("error").path("code").asText()).isEqualTo("ALREADY_FROZEN");
        assertThat(results.get(1).has("freeze")).isFalse();
    }

    @Test
    void unfiledCaseIsFiledFirst() {
        services.holds().propose(proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_FILE_OR_LIFT, caseId, MULE, 100));

        assertThat(hold("freeze", caseId, "--all", "--yes")).isEqualTo(ExitCode.REFUSED);

        assertThat(terminal.err())
                .contains("the case is not filed, and a stop of it will end", "stoppay case file " + caseId);
    }

    @Test
    void nothingProposedIsNothingToFreeze() {
        assertThat(hold("freeze", caseId, "--all", "--yes")).isEqualTo(ExitCode.REFUSED);

        assertThat(terminal.err()).contains("nothing of case " + caseId + " is proposed to be frozen");
    }

    @Test
    void accountsToBeLimitedAreNamedAsLeftOut() {
        services.holds()
                .propose(
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE, caseId, MULE, 100),
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_LIMIT, caseId, MULE, 100),
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_LIMIT, caseId, SECOND, 100));

        assertThat(hold("freeze", caseId, "--all", "--yes")).isZero();

        assertThat(services.holds().orders()).hasSize(1);
        assertThat(terminal.err())
                .contains("an account proposed to be limited left out: ./stoppay hold propose " + caseId);
    }
}
