package org.stoppayment.cli.command.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.AmendmentKind;
import org.stoppayment.proto.freeze.v1.AmendmentState;
import org.stoppayment.proto.freeze.v1.ClaimEnd;
import org.stoppayment.proto.freeze.v1.ClaimEndCause;
import org.stoppayment.proto.freeze.v1.Decision;
import org.stoppayment.proto.freeze.v1.StopAmendment;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.TimelineEntry;

/** Who decided what about orders, and why. */
class DecisionTableTest {

    private static final Decision BY_LI = decision("wrong account", "chief 3", "anti-fraud centre", "1***4");

    @Test
    void decisionsOfAnOrderAreShownFromTheOldestWithOfficerReasonAndReference() {
        List<String> lines = lines(StopOrder.newBuilder()
                .setApplicationId("order")
                .addTimeline(TimelineEntry.newBuilder().setAt(at(1)).setCause("PLACED"))
                .addTimeline(TimelineEntry.newBuilder()
                        .setAt(at(2))
                        .setCause("ROUTED 103100000026")
                        .setDecision(decision("", "officer 5", "110", "1***5")))
                .addAmendments(StopAmendment.newBuilder()
                        .setRequestedAt(at(3))
                        .setKind(AmendmentKind.AMENDMENT_KIND_LIFT)
                        .setState(AmendmentState.AMENDMENT_STATE_DECLINED)
                        .setResultCode("1900")
                        .setDecision(BY_LI)));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(2)).contains("order", "routed to 103100000026", "officer 5", "110 1***5");
        assertThat(lines.get(3)).contains("LIFT, DECLINED 1900", "wrong account", "chief 3", "anti-fraud centre 1***4");
    }

    @Test
    void endOfTheClaimIsShownUnlessItsLiftIs() {
        ClaimEnd end = ClaimEnd.newBuilder()
                .setEndedAt(at(3))
                .setCause(ClaimEndCause.CLAIM_END_CAUSE_LIFTED)
                .setReason("wrong account")
                .setReference("chief 3")
                .setOperator(BY_LI.getOperator())
                .build();

        assertThat(lines(StopOrder.newBuilder().setClaimEnd(end)).get(2)).contains("LIFTED", "wrong account");
        assertThat(lines(StopOrder.newBuilder()
                        .setClaimEnd(end)
                        .addAmendments(
                                StopAmendment.newBuilder().setRequestedAt(at(3)).setDecision(BY_LI))))
                .hasSize(3);
    }

    @Test
    void whatTheSuiteDoesByItselfIsCalledSo() {
        assertThat(lines(StopOrder.newBuilder()
                                .addAmendments(StopAmendment.newBuilder()
                                        .setDecision(decision("paid on purpose", "withdrawal 8", "SYSTEM", "S***M"))))
                        .get(2))
                .endsWith("the suite itself");
    }

    @Test
    void nothingIsShownWhenNobodyDecidedAnything() {
        assertThat(lines(StopOrder.newBuilder()
                        .addTimeline(TimelineEntry.newBuilder().setCause("PLACED"))))
                .isEmpty();
    }

    private static List<String> lines(StopOrder.Builder order) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return DecisionTable.of(new Console(nowhere, nowhere, false).wide(), List.of(order.build()))
                .lines()
                .toList();
    }

    private static Timestamp at(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds).build();
    }

    private static Decision decision(String reason, String reference, String organisation, String badge) {
        return Decision.newBuilder()
                .setReason(reason)
                .setReference(reference)
                .setOperator(Operator.newBuilder().setOrganisation(organisation).setBadgeNumber(badge))
                .build();
    }
}
