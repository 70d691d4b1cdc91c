package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.fake.HoldSamples;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.freeze.v1.AssignObjectionRequest;
import org.stoppayment.proto.freeze.v1.DecideObjectionRequest;
import org.stoppayment.proto.freeze.v1.ObjectionGrounds;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectorRelation;

/** {@code stoppay objection}, and what {@code stoppay hold notice} tells holders. */
class ObjectionCommandTest extends ObjectionCommandTestBase {

    @Test
    void objectionIsTakenWithItsEvidenceAndItsOwner() throws IOException {
        Path evidence = Files.writeString(directory.resolve("receipt.pdf"), "receipt");

        assertThat(objectionOf(
                        "--grounds",
                        "goods_delivered",
                        "--owner",
                        "Shanghai police/legal affairs/100002",
                        "--evidence",
                        evidence.toString(),
                        "--case",
                        "c1",
                        "--agent"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out())
                .contains("objection o1  OPEN", "due       2096-10-09T")
                .doesNotContain("钱某某");
        assertThat(services.objections().openings()).singleElement().satisfies(opened -> {
            assertThat(UUID.fromString(opened.getRequestId()).version()).isEqualTo(7);
            assertThat(opened.getInstitutionCode()).isEqualTo(HoldSamples.INSTITUTION);
            assertThat(opened.getAccountNumber()).isEqualTo(HoldSamples.ACCOUNT);
            assertThat(opened.getCaseId()).isEqualTo("c1");
            assertThat(opened.getObjector().getName()).isEqualTo("钱某某");
            assertThat(opened.getObjector().getPhone()).isEqualTo("13900000000");
            assertThat(opened.getObjector().getRelation()).isEqualTo(ObjectorRelation.OBJECTOR_RELATION_AGENT);
            assertThat(opened.getGrounds()).isEqualTo(ObjectionGrounds.OBJECTION_GROUNDS_GOODS_DELIVERED);
            assertThat(opened.getEvidenceDigest())
                    .isEqualTo("6f32860910ca0fb2a20c7fda143666b09dbf8db5238195c90a586fb542ff0cad");
            assertThat(opened.getOwner()).isEqualTo(OWNER);
            assertThat(opened.getOperator()).isEqualTo(OFFICER);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--grounds because --owner a/1 | --grounds: because (expected: one of goods_delivered, unrelated_funds",
                "--grounds other --owner nobody | --owner: ***(6) (expected: ORGANISATION/BADGE"
            })
    void whatIsWrongIsNamedBeforeAnythingIsSent(String options, String expected) {
        assertThat(objectionOf(options.split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(expected);
        assertThat(services.objections().openings()).isEmpty();
    }

    @Test
    void evidenceThatCannotBeReadIsNamed() {
        assertThat(objectionOf("--grounds", "other", "--owner", "a/1", "--evidence", "nowhere.pdf"))
                .isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains("--evidence: ").contains("nowhere.pdf cannot be read");
        assertThat(services.objections().openings()).isEmpty();
    }

    @Test
    void statementIsAddedWithItsEvidence() throws IOException {
        Path evidence = Files.writeString(directory.resolve("receipt.pdf"), "receipt");

        assertThat(terminal.run(
                        "objection",
                        "add",
                        "o1",
                        "--statement",
                        "还有\n快递单",
                        "--evidence",
                        evidence.toString(),
                        "--unmasked"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out()).contains("added     2096-10-", "statement 还有 快递单", "evidence  6f32860910ca");
        assertThat(services.objections().additions()).singleElement().satisfies(added -> {
            assertThat(UUID.fromString(added.getRequestId()).version()).isEqualTo(7);
            assertThat(added.getObjectionId()).isEqualTo("o1");
            assertThat(added.getStatement()).isEqualTo("还有\n快递单");
            assertThat(added.getOperator()).isEqualTo(OFFICER);
        });
    }

    @Test
    void objectionIsGivenToAnotherOfficer() {
        assertThat(terminal.run("objection", "assign", "o1", "--owner", "Shanghai police/legal affairs/100002"))
                .isZero();

        assertThat(terminal.out()).contains("o1", "OPEN", "GOODS_DELIVERED");
        assertThat(services.objections().assignments())
                .containsExactly(AssignObjectionRequest.newBuilder()
                        .setObjectionId("o1")
                        .setOwner(OWNER)
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void decisionShowsTheObjectionAndIsSentAfterTheYes() {
        terminal.answering("y\n");

        assertThat(terminal.run(
                        "objection",
                        "decide",
                        "o1",
                        "--outcome",
                        "limited",
                        "--reason",
                        "goods were sent",
                        "--digest",
                        DIGEST,
                        "--approver",
                        COUNTY.getOrganisation() + "/" + COUNTY.getBadgeNumber(),
                        "--level",
                        "county"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.err())
                .containsSubsequence(
                        "objection o1  OPEN",
                        "held by   a FREEZE, the freeze",
                        "grounds   GOODS_DELIVERED",
                        "Hold only the case's money and release the rest? [y/N]");
        assertThat(terminal.out())
                .contains("objection o1  RELEASING", "decided   LIMITED", "release   order the lift")
                .doesNotContain("钱某某", "13900000000");
        assertThat(services.objections().decisions())
                .containsExactly(DecideObjectionRequest.newBuilder()
                        .setObjectionId("o1")
                        .setOutcome(ObjectionOutcome.OBJECTION_OUTCOME_LIMITED)
                        .setReason("goods were sent")
                        .setDocumentDigest(DIGEST)
                        .setApprover(COUNTY)
                        .setOperator(OFFICER)
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "upheld, Uphold the objection and release what the case holds?",
        "rejected, Reject the objection; the account stays held?",
        "withdrawn, Note that the objection was withdrawn; the account stays held?"
    })
    void anythingElseThanYesSendsNothing(String outcome, String question) {
        terminal.answering("n\n");

        assertThat(decide(outcome)).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains(question, "nothing was sent");
        assertThat(services.objections().decisions()).isEmpty();
    }

    @Test
    void decisionNeedsAYesThatSomebodyCanGive() {
        assertThat(decide("rejected", "--yes")).isZero();
        assertThat(services.objections().decisions()).hasSize(1);
        assertThat(terminal.run("objection", "decide", "none", "--outcome", "rejected", "--reason", "r", "--yes"))
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(services.objections().decisions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "granted | --outcome: granted (expected: one of upheld, limited, rejected, withdrawn)",
                "limited --level county | --document, --approver, --level: not all given",
                "rejected --approver a/1 --level county --digest DIGEST | --document, --approver, --level: with --outcome rejected"
            })
    void approvalBelongsToAReleaseAndIsWhole(String options, String expected) {
        String[] typed = options.replace("DIGEST", DIGEST).split(" ", 2);

        assertThat(decide(typed[0], typed.length > 1 ? typed[1].split(" ") : new String[0]))
                .isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(expected);
        assertThat(services.objections().decisions()).isEmpty();
    }
}
