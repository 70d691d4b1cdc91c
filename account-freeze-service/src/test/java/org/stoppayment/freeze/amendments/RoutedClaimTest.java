package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LIFTED;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_UNKNOWN;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Claims on an account that nobody could place, when a person finds its institution and their cases have claims there already. */
@QuarkusTest
class RoutedClaimTest extends FreezeFixture {

    private final String caseId = newCase();
    /** No code, and a number that begins with nobody's BIN. */
    private final Account unroutable =
            Report.account("", "1" + account().getNumber().substring(1));

    private final Account placed = Report.account(ABC, unroutable.getNumber());

    private StopOrder manual(String of) {
        freeze().deliver(Report.of(of).paid(unroutable, 700));
        return awaitOrder(of, unroutable, STOP_ORDER_STATE_MANUAL);
    }

    @Test
    void claimThatTheCaseHasAtThatInstitutionAlreadyTakesTheMovedMoneyIn() {
        gateway().onSend(unroutable.getNumber(), Bank.says("0301"), gateway().stops(5000));
        freeze().deliver(Report.of(caseId).paid(placed, 500));
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
        StopOrder manual = manual(caseId);

        freeze().route(manual.getApplicationId(), ABC, "officer 5");
        advance();

        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();
        assertThat(booked(caseId, placed, FUNDS_POSITION_HELD)).isEqualTo(1200);
        assertThat(booked(caseId, unroutable, FUNDS_POSITION_UNKNOWN)).isZero();
        assertThat(freeze().progress(caseId).getReportedFen()).isEqualTo(1200);
    }

    @Test
    void claimThatIsHeldUnderAnEarlierStopThereTakesTheMovedMoneyInAsWell() {
        gateway().onSend(unroutable.getNumber(), gateway().stops(5000));
        freeze().deliver(Report.of(caseId).paid(placed, 500));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        time.jump(Duration.ofHours(49));
        advance();
        bookAll();
        StopOrder manual = manual(caseId);

        freeze().route(manual.getApplicationId(), ABC, "officer 5");
        bookAll();
        advance();

        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();
        assertThat(booked(caseId, placed, FUNDS_POSITION_HELD)).isEqualTo(1200);
    }

    @Test
    void claimThatHadEndedThereIsActiveAgainWhenAnOrderOfItsCaseIsRouted() {
        gateway().onSend(unroutable.getNumber(), gateway().stops(5000));
        freeze().deliver(Report.of(caseId).paid(placed, 500));
        StopOrder lifted = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(lifted.getApplicationId())
                        .setReason("paid back")
                        .setReference("receipt 7")
                        .build());
        awaitOrder(caseId, STOP_ORDER_STATE_LIFTED);
        bookAll();
        StopOrder manual = manual(caseId);

        freeze().route(manual.getApplicationId(), ABC, "officer 5");
        advance();

        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();
        assertThat(booked(caseId, placed, FUNDS_POSITION_HELD)).isEqualTo(1200);
        assertThat(booked(caseId, placed, FUNDS_POSITION_LIFTED)).isZero();
        assertThat(freeze().progress(caseId).getOrdersList())
                .extracting(StopOrder::getApplicationId)
                .containsExactly(lifted.getApplicationId(), manual.getApplicationId());
        assertThat(database.rows("SELECT past_ends -> 0 ->> 'reference', jsonb_array_length(past_ends) FROM claim"))
                .containsExactly(List.of("receipt 7", "1"));
    }

    @Test
    void claimOfAWithdrawnCaseStaysEndedWhenItsAccountIsRoutedForAnotherCase() {
        gateway().onSend(unroutable.getNumber(), Bank.says("0301"), gateway().stops(5000));
        freeze().deliver(Report.of(caseId).paid(placed, 500));
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
        StopOrder manual = manual(caseId);
        String second = newCase();
        freeze().deliver(Report.of(second).paid(unroutable, 300));
        freeze().deliver(List.of(Withdrawn.of(caseId, 2)));

        freeze().route(manual.getApplicationId(), ABC, "officer 5");
        advance();

        awaitOrder(second, placed, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();
        assertThat(booked(caseId, placed, FUNDS_POSITION_HELD)).isZero();
        assertThat(booked(second, placed, FUNDS_POSITION_HELD)).isEqualTo(300);
        assertThat(database.rows("SELECT end_details ->> 'cause' FROM claim WHERE ended_at IS NOT NULL"))
                .containsExactly(List.of("WITHDRAWN"));
    }
}
