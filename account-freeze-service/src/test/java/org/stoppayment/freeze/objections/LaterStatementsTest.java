package org.stoppayment.freeze.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.Refusals.assertInvalid;
import static org.stoppayment.freeze.testkit.Refusals.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.freeze.v1.AddObjectionStatementRequest;
import org.stoppayment.proto.freeze.v1.ListObjectionsRequest;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectionStatement;

/** What is added to objections after they were taken. */
@QuarkusTest
class LaterStatementsTest extends ObjectionsFixture {

    @Test
    void statementsAreAddedInTheirOrderAndTheDeadlineStays() {
        heldFreeze();
        Objection opened = open(objection());

        add(statement(opened).setStatement("有合同。").setEvidenceDigest("CD".repeat(32)));
        Objection added = add(statement(opened).setOperator(OWNER));

        assertThat(added.getLaterStatementsList())
                .extracting(ObjectionStatement::getStatement)
                .containsExactly("有合同。", "还有发票。");
        ObjectionStatement first = added.getLaterStatements(0);
        assertThat(first.getEvidenceDigest()).isEqualTo("cd".repeat(32));
        assertThat(first.getOperator()).isEqualTo(OFFICER);
        assertThat(added.getLaterStatements(1).getOperator()).isEqualTo(OWNER);
        assertThat(added.getDueAt()).isEqualTo(opened.getDueAt());
        assertThat(added.getStatement()).isEqualTo(opened.getStatement());
        assertThat(shown(opened)).isEqualTo(added);
        assertThat(freeze().objections()
                        .listObjections(ListObjectionsRequest.getDefaultInstance())
                        .getObjections(0)
                        .getLaterStatementsList())
                .isEmpty();
    }

    @Test
    void statementThatIsSentAgainIsAddedOnce() {
        heldFreeze();
        AddObjectionStatementRequest.Builder request = statement(open(objection()));

        add(request);

        assertThat(add(request).getLaterStatementsList()).hasSize(1);
        assertThat(atOnce(4, () -> add(request).getLaterStatementsCount())).containsOnly(1);
        assertRefused("REQUEST_ID_REUSED", () -> add(request.clone().setStatement("别的")));
    }

    @Test
    void nothingIsAddedToADecidedObjection() {
        heldFreeze();
        Objection opened = open(objection());
        AddObjectionStatementRequest.Builder before = statement(opened);
        add(before);
        decide(decisionOf(opened, ObjectionOutcome.OBJECTION_OUTCOME_REJECTED));

        assertRefused("ALREADY_DECIDED", () -> add(statement(opened)));
        assertThat(add(before).getLaterStatementsList()).as("repeated").hasSize(1);
    }

    @Test
    void objectionTakesFiftyStatements() {
        heldFreeze();
        Objection opened = open(objection());
        for (int i = 0; i < 50; i++) {
            add(statement(opened));
        }

        assertRefused("TOO_MANY_STATEMENTS", () -> add(statement(opened)));
    }

    @Test
    void wrongFieldsAreNamedAllAtOnce() {
        assertInvalid(
                () -> add(AddObjectionStatementRequest.newBuilder()
                        .setRequestId("7")
                        .setObjectionId("8")
                        .setEvidenceDigest("12")),
                "requestId",
                "objectionId",
                "statement",
                "evidenceDigest",
                "operator.organisation",
                "operator.badgeNumber");
    }

    private static AddObjectionStatementRequest.Builder statement(Objection objection) {
        return AddObjectionStatementRequest.newBuilder()
                .setRequestId(Report.newCase())
                .setObjectionId(objection.getObjectionId())
                .setStatement("还有发票。")
                .setOperator(OFFICER);
    }

    private Objection add(AddObjectionStatementRequest.Builder request) {
        return freeze().objections().addObjectionStatement(request.build()).getObjection();
    }
}
