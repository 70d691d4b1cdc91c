package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;

import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.QueryDesk;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.QueryKind;

/** An account whose money has left it, and statements of it. */
abstract class StatementsFixture extends QueriesFixture {

    static final long LEFT = 200_000;

    final Account next = Report.account(FakeGateway.ABC);
    final AccountBooking.Builder onward = QueryDesk.out("s1", TAINT - LEFT, next, IN.plusSeconds(120));

    /** The bank stops the account with little left, and tells of no bookings. */
    String emptiedCase() {
        gateway().onSend(account.getNumber(), gateway().stops(LEFT));
        String caseId = stoppedCase();
        book();
        return caseId;
    }

    Query statement(String caseId, AccountBooking.Builder... bookings) {
        desk().onQuery(account, desk().tells(bookings));
        return order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);
    }

    Bank moreToCome() {
        return id -> {
            Feedback.Builder stopped =
                    Outcomes.stopped(id, time.instant(), LEFT).setComplete(false);
            return Bank.done(Outcomes.of(stopped));
        };
    }

    StopOrder order(String caseId) {
        return freeze().progress(caseId).getOrdersList().stream()
                .filter(order -> order.getAccount().getNumber().equals(account.getNumber()))
                .findFirst()
                .orElseThrow();
    }

    void assertAlerted(String detail) {
        assertThat(freeze().officer()
                        .listAlerts(ListAlertsRequest.getDefaultInstance())
                        .getAlertsList())
                .filteredOn(alert -> alert.getKind() == AlertKind.ALERT_KIND_BOOKING_UNCLEAR)
                .anySatisfy(alert -> assertThat(alert.getDetail()).isEqualTo(detail));
    }
}
