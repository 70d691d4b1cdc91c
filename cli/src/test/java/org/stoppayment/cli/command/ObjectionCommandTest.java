package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.fake.FakeObjections.notice;
import static org.stoppayment.cli.fake.FakeObjections.objection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.fake.FakeHolds;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.AssignObjectionRequest;
import org.stoppayment.proto.freeze.v1.DecideObjectionRequest;
import org.stoppayment.proto.freeze.v1.ListObjectionsRequest;
import org.stoppayment.proto.freeze.v1.ObjectionGrounds;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import org.stoppayment.proto.freeze.v1.ObjectorRelation;

/** {@code stoppay objection}, and what {@code stoppay hold notice} tells holders. */
class ObjectionCommandTest extends HoldCommandTestBase {

    private static final Operator OWNER = Operator.newBuilder()
            .setOrganisation("Shanghai police/legal affairs")
            .setBadgeNumber("100002")
            .build();

    private int objectionOf(String... more) {
        List<String> line = new ArrayList<>(List.of(
                "objection",
                "open",
                FakeHolds.INSTITUTION,
                FakeHolds.ACCOUNT,
                "--name",
                "钱某某",
                "--phone",
                "13900000000",
                "--statement",
                "货物已经发出"));
        line.addAll(List.of(more));
        return terminal.run(line.toArray(String[]::new));
    }

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
            assertThat(opened.getInstitutionCode()).isEqualTo(FakeHolds.INSTITUTION);
            assertThat(opened.getAccountNumber()).isEqualTo(FakeHolds.ACCOUNT);
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

    @Test
    void objectionsAreListedByCaseStateAndOwner() {
        services.objections().list(objection("o1"));

        assertThat(terminal.run(
                        "objection",
                        "list",
                        "--case",
                        "c1",
                        "--is",
                        "open,RELEASE_FAILED",
                        "--owner",
                        "police",
                        "--overdue"))
                .isZero();

        assertThat(terminal.out()).contains("o1", FakeHolds.ACCOUNT, "OPEN", "GOODS_DELIVERED");
        assertThat(terminal.err()).contains("--page next");
        assertThat(services.objections().lists())
                .containsExactly(ListObjectionsRequest.newBuilder()
                        .setPageSize(50)
                        .setCaseId("c1")
                        .addStates(ObjectionState.OBJECTION_STATE_OPEN)
                        .addStates(ObjectionState.OBJECTION_STATE_RELEASE_FAILED)
                        .setOwnerOrganisation("police")
                        .setOverdue(true)
                        .build());
    }

    @Test
    void allStatesAreListedAndNoneIsSaid() {
        assertThat(terminal.run("objection", "list", "--is", "all")).isZero();

        assertThat(terminal.out()).contains("no objections");
        assertThat(services.objections().lists().get(0).getStatesList()).hasSize(5);
        assertThat(terminal.run("objection", "list", "--is", "lost")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--is: lost (expected: one of open, releasing");
    }

    @Test
    void personWhoObjectsIsShownUnmaskedOnRequest() {
        assertThat(terminal.run("objection", "show", "o1")).isZero();
        assertThat(terminal.out())
                .contains("held by   a FREEZE", "owner     Zhangzhou police")
                .doesNotContain("钱某某", "13900000000", "已经发出");

        assertThat(terminal.run("objection", "show", "o1", "--unmasked")).isZero();
        assertThat(terminal.out()).contains("objector  钱某某, HOLDER, 13900000000", "statement 货物已经发出。 有快递单。");
    }

    @Test
    void holderIsToldWhyTheAccountIsHeld() {
        services.objections().tell(notice());

        assertThat(terminal.run("hold", "notice", FakeHolds.INSTITUTION, FakeHolds.ACCOUNT))
                .isZero();

        assertThat(terminal.out())
                .contains(
                        "held by   a FREEZE: CRIMINAL_CASE",
                        "sum       limited to 140,000.00",
                        "authority Zhangzhou police",
                        "ground    程序规定 Art. 237-243",
                        "filed     2026-7",
                        "objection to Zhangzhou police until",
                        "an objection is open");
        assertThat(services.objections().described())
                .singleElement()
                .satisfies(asked -> assertThat(asked.getAccountNumber()).isEqualTo(FakeHolds.ACCOUNT));
    }

    @Test
    void accountThatNothingHoldsIsSaid() {
        assertThat(terminal.run("hold", "notice", FakeHolds.INSTITUTION, FakeHolds.ACCOUNT))
                .isZero();

        assertThat(terminal.out()).contains("nothing of ours holds the account");
    }

    @Test
    void objectionsAreShownInChinese() {
        terminal.with("LANG", "zh_CN.UTF-8");
        services.objections().tell(notice());

        assertThat(terminal.run("objection", "show", "o1")).isZero();
        assertThat(terminal.out()).contains("异议    o1  待决定", "理由    货物已交付", "承办");
        assertThat(terminal.run("hold", "notice", FakeHolds.INSTITUTION, FakeHolds.ACCOUNT))
                .isZero();
        assertThat(terminal.out()).contains("措施    冻结：已立案", "已有异议待处理");
        terminal.answering("y\n");
        assertThat(decide("upheld")).isZero();
        assertThat(terminal.err()).contains("异议成立，放开本案控制的资金？");
    }

    private int decide(String outcome, String... more) {
        List<String> line =
                new ArrayList<>(List.of("objection", "decide", "o1", "--outcome", outcome, "--reason", "r"));
        line.addAll(List.of(more));
        return terminal.run(line.toArray(String[]::new));
    }
}
