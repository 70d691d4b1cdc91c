package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.amendments.domain.StopAmendment.Kind;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.AmendmentKind;
import org.stoppayment.proto.freeze.v1.AmendmentState;
import org.stoppayment.proto.freeze.v1.Decision;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.NotToBeStopped;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.TimelineEntry;

/** Who decided something about an order, and why: required, stored, shown, and sent to the institution. */
@QuarkusTest
class DecisionTest extends AmendmentFixture {

    private static final Operator SYSTEM = Officers.operator("SYSTEM", "SYSTEM");

    @Test
    void liftIsSentAndShownWithTheOfficerWhoAskedForIt() {
        StopOrder order = inEffect();

        lift(order);
        awaitQuiet();

        assertThat(gateway().lifts()).singleElement().satisfies(sent -> assertThat(sent.getOperator())
                .isEqualTo(Officers.DUTY));
        StopOrder lifted = freeze().progress(caseId).getOrders(0);
        assertThat(lifted.getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(lifted.getAmendmentsList()).singleElement().satisfies(amendment -> {
            assertThat(amendment.getKind()).isEqualTo(AmendmentKind.AMENDMENT_KIND_LIFT);
            assertThat(amendment.getState()).isEqualTo(AmendmentState.AMENDMENT_STATE_DONE);
            assertThat(amendment.getDecision()).isEqualTo(decision("wrong account", "chief 3", Officers.DUTY));
        });
        assertThat(lifted.getClaimEnd().getOperator()).isEqualTo(Officers.DUTY);
    }

    @Test
    void extensionIsSentWithTheOfficerWhoAskedForItAndNotWithTheReportingDesk() {
        StopOrder order = inEffect();

        extend(order);
        awaitQuiet();

        assertThat(gateway().extensions()).singleElement().satisfies(sent -> assertThat(sent.getOperator())
                .isEqualTo(Officers.DUTY));
        assertThat(now(order).getAmendmentsList()).singleElement().satisfies(amendment -> assertThat(
                        amendment.getDecision())
                .isEqualTo(decision("case not filed yet", "chief 3", Officers.DUTY)));
    }

    @Test
    void timelineShowsWhoRoutedAnOrder() {
        StopOrder manual = unroutable();

        freeze().route(manual.getApplicationId(), ABC, "officer 5");

        assertThat(decisions(now(manual))).containsExactly(decision("", "officer 5", Officers.DUTY));
    }

    @Test
    void timelineShowsWhoDecidedThatAnAccountIsNotToBeStopped() {
        StopOrder manual = unroutable();

        freeze().officer()
                .resolveManualOrder(resolution(manual)
                        .setOperator(Officers.DUTY)
                        .setNotToBeStopped(NotToBeStopped.newBuilder().setReason("a shop"))
                        .build());

        assertThat(decisions(now(manual))).containsExactly(decision("a shop", "officer 5", Officers.DUTY));
    }

    @Test
    void writtenOrderOfAStopByTelephoneNamesTheOfficerWhoRecordedIt() {
        StopOrder order = with(Kind.WRITTEN_ORDER, Bank.says("0000"));
        advanceAmendments();

        assertThat(gateway().sends())
                .filteredOn(sent -> !sent.getApplicationType().isEmpty())
                .singleElement()
                .satisfies(sent -> assertThat(sent.getOperator()).isEqualTo(Officers.DUTY));
        assertThat(decisions(now(order))).containsExactly(decision("", "Li, duty desk, 23:10", Officers.DUTY));
    }

    @Test
    void orderThatStopsAnAccountAgainNamesTheOfficerWhoAskedForIt() {
        StopOrder order = inEffect();
        lift(order);
        awaitQuiet();

        StopOrder again = freeze().officer()
                .restopAccount(RestopAccountRequest.newBuilder()
                        .setApplicationId(order.getApplicationId())
                        .setReason("money came back")
                        .setReference("chief 4")
                        .setOperator(Officers.DUTY)
                        .build())
                .getOrder();
        awaitQuiet();

        assertThat(gateway().sendsTo(payee.getNumber())).last().satisfies(sent -> assertThat(sent.getOperator())
                .isEqualTo(Officers.DUTY));
        assertThat(decisions(now(again))).containsExactly(decision("money came back", "chief 4", Officers.DUTY));
    }

    @Test
    void liftAfterAWithdrawalIsSentWithTheOfficerWhoWithdrewTheCase() {
        inEffect();
        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        release();
        awaitQuiet();

        assertThat(gateway().lifts()).singleElement().satisfies(sent -> assertThat(sent.getOperator())
                .isEqualTo(Officers.operator("Zhangzhou 110", "badge-5")));
    }

    @Test
    void liftAfterAWithdrawalThatNamesNobodyIsSentAsTheSystems() {
        StopOrder order = inEffect();
        freeze().deliver(List.of(Withdrawn.of(caseId, 1, time.instant(), Operator.getDefaultInstance())));
        release();
        awaitQuiet();

        assertThat(gateway().lifts()).singleElement().satisfies(sent -> assertThat(sent.getOperator())
                .isEqualTo(SYSTEM));
        assertThat(now(order).getAmendments(0).getDecision().getOperator()).isEqualTo(SYSTEM);
    }

    @Test
    void requestsThatNameNoOfficerAreRefusedAndChangeNothing() {
        StopOrder order = inEffect();
        String id = order.getApplicationId();

        assertThatThrownBy(() -> freeze().officer()
                        .liftStop(LiftStopRequest.newBuilder()
                                .setApplicationId(id)
                                .setReason("wrong account")
                                .setReference("chief 3")
                                .build()))
                .hasMessageContaining("operator.organisation")
                .hasMessageContaining("and 1 more");
        assertThatThrownBy(() -> freeze().officer()
                        .extendStop(ExtendStopRequest.newBuilder()
                                .setApplicationId(id)
                                .setReason("case not filed yet")
                                .setReference("chief 3")
                                .build()))
                .hasMessageContaining("operator.organisation");
        assertThatThrownBy(() -> freeze().officer()
                        .restopAccount(RestopAccountRequest.newBuilder()
                                .setApplicationId(id)
                                .setReference("chief 3")
                                .build()))
                .hasMessageContaining("reason")
                .hasMessageContaining("and 2 more");
        assertThatThrownBy(() -> freeze().officer()
                        .resolveManualOrder(
                                resolution(order).setInstitutionCode(ABC).build()))
                .hasMessageContaining("operator.organisation");
        assertThat(gateway().lifts()).isEmpty();
        assertThat(now(order)).isEqualTo(order);
    }

    @Test
    void nobodyMayActInTheNameOfTheSystem() {
        StopOrder order = inEffect();

        assertThatThrownBy(() -> freeze().officer()
                        .liftStop(LiftStopRequest.newBuilder()
                                .setApplicationId(order.getApplicationId())
                                .setReason("wrong account")
                                .setReference("chief 3")
                                .setOperator(SYSTEM)
                                .build()))
                .hasMessageContaining("value: SYSTEM (expected: that of an officer)");
    }

    /** Without a code, and with a number that begins with nobody's BIN. */
    private StopOrder unroutable() {
        Account account = Report.account("", "1" + payee.getNumber().substring(1));
        freeze().deliver(Report.of(caseId).paid(account, 700));
        return awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);
    }

    private static ResolveManualOrderRequest.Builder resolution(StopOrder order) {
        return ResolveManualOrderRequest.newBuilder()
                .setApplicationId(order.getApplicationId())
                .setReference("officer 5");
    }

    private static List<Decision> decisions(StopOrder order) {
        return order.getTimelineList().stream()
                .filter(TimelineEntry::hasDecision)
                .map(TimelineEntry::getDecision)
                .toList();
    }

    private static Decision decision(String reason, String reference, Operator operator) {
        return Decision.newBuilder()
                .setReason(reason)
                .setReference(reference)
                .setOperator(operator)
                .build();
    }
}
