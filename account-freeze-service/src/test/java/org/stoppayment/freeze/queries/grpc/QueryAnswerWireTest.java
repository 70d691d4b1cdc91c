package org.stoppayment.freeze.queries.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Outflow;
import org.stoppayment.freeze.queries.domain.QueryAnswer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.AccountHolder;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.BookingKind;
import org.stoppayment.proto.gateway.v1.HolderAccounts;
import org.stoppayment.proto.gateway.v1.WatchReport;

class QueryAnswerWireTest {

    private static final ApplicationId ID = ApplicationId.of("0199db20-11c0-7a10-9c44-5e1f0b7d2a01");
    private static final Instant AT = Instant.parse("2026-03-01T08:00:40Z");
    private static final String LONG = "x".repeat(201);

    private final QueryAnswerWire stored = new QueryAnswerWire();

    private static org.stoppayment.proto.gateway.v1.QueryAnswer.Builder answer() {
        return org.stoppayment.proto.gateway.v1.QueryAnswer.newBuilder()
                .setApplicationId(ID.toString())
                .setResultCode("0000")
                .setAccountNumber("6222020000000000018")
                .setComplete(true);
    }

    private static AccountBooking.Builder out(BookingKind kind) {
        return AccountBooking.newBuilder()
                .setSerial("s1")
                .setDirection(BookingDirection.BOOKING_DIRECTION_OUT)
                .setKind(kind)
                .setAmountFen(8_000)
                .setBookedAt(CommonWire.timestamp(AT))
                .setSequence(2);
    }

    private static Account payee() {
        return Account.newBuilder()
                .setInstitutionCode("1051 0000 0017")
                .setNumber("6217-0000-0000-0000-014")
                .setName("王五")
                .build();
    }

    private static QueryAnswer parsed(AccountBooking.Builder... bookings) {
        AccountTransactions.Builder statement = AccountTransactions.newBuilder();
        List.of(bookings).forEach(statement::addBookings);
        return QueryAnswerWire.parse(ID, answer().setTransactions(statement).build());
    }

    @Test
    void transferOutOfTheAccountIsAnOutflowToItsNormalisedPayee() {
        QueryAnswer answer = parsed(out(BookingKind.BOOKING_KIND_TRANSFER).setCounterparty(payee()));

        assertThat(answer.bookings().outflows()).singleElement().satisfies(outflow -> {
            assertThat(outflow.serial()).isEqualTo("s1");
            assertThat(outflow.kind()).isEqualTo(OutflowKind.TRANSFER);
            assertThat(outflow.amount()).isEqualTo(Money.ofFen(8_000));
            assertThat(outflow.bookedAt()).isEqualTo(AT);
            assertThat(outflow.sequence()).isEqualTo(2);
            assertThat(outflow.payee().map(AccountRef::number)).contains("6217000000000000014");
            assertThat(outflow.payee().map(AccountRef::kind)).contains(AccountKind.UNSPECIFIED);
        });
        assertThat(answer.parts()).containsExactly("transactions");
    }

    @Test
    void cashAndPurchasesAreOutflowsAndFeesAndInflowsAreNot() {
        QueryAnswer answer = parsed(
                out(BookingKind.BOOKING_KIND_CASH),
                out(BookingKind.BOOKING_KIND_MERCHANT),
                out(BookingKind.BOOKING_KIND_OTHER),
                out(BookingKind.BOOKING_KIND_TRANSFER).setDirection(BookingDirection.BOOKING_DIRECTION_IN));

        assertThat(answer.bookings().outflows())
                .extracting(Outflow::kind)
                .containsExactly(OutflowKind.CASH, OutflowKind.MERCHANT);
        assertThat(answer.bookings().unreadable()).isEmpty();
    }

    @Test
    void transferToNobodyIsUnreadable() {
        assertThat(parsed(out(BookingKind.BOOKING_KIND_TRANSFER)).bookings().unreadable())
                .containsExactly("transactions.bookings[0].counterparty.number");
    }

    @Test
    void everyViolationIsNamedAtOnce() {
        var wrong = answer().setResultCode("ok")
                .setAccountNumber("1".repeat(65))
                .addUnreadable("a b")
                .setHolder(AccountHolder.newBuilder().setName(LONG))
                .setAccounts(HolderAccounts.newBuilder().setNextPageToken(LONG))
                .setTransactions(AccountTransactions.newBuilder()
                        .setNextPageToken(LONG)
                        .addBookings(AccountBooking.newBuilder()
                                .setSequence(-1)
                                .setCounterparty(
                                        Account.newBuilder().setName(LONG).setNumber("1".repeat(65)))))
                .setReport(WatchReport.newBuilder().setSequence(0))
                .build();

        ServiceException.InvalidInput refused =
                catchThrowableOfType(ServiceException.InvalidInput.class, () -> QueryAnswerWire.parse(ID, wrong));

        assertThat(refused.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "answer.resultCode",
                        "answer.accountNumber",
                        "answer.unreadable[0]",
                        "answer.holder.name",
                        "answer.accounts.nextPageToken",
                        "answer.transactions.nextPageToken",
                        "answer.transactions.bookings[0].serial",
                        "answer.transactions.bookings[0].direction",
                        "answer.transactions.bookings[0].kind",
                        "answer.transactions.bookings[0].amountFen",
                        "answer.transactions.bookings[0].bookedAt",
                        "answer.transactions.bookings[0].sequence",
                        "answer.transactions.bookings[0].counterparty.number",
                        "answer.transactions.bookings[0].counterparty.name",
                        "answer.report.sequence");
    }

    @Test
    void answerThatHoldsForAnotherMomentIsTheSame() {
        QueryAnswer first = QueryAnswerWire.parse(
                ID, answer().setAsOf(CommonWire.timestamp(AT)).build());
        QueryAnswer later = QueryAnswerWire.parse(
                ID, answer().setAsOf(CommonWire.timestamp(AT.plusSeconds(1))).build());

        assertThat(later.digest()).isEqualTo(first.digest());
        assertThat(later.content()).as("the moment is kept").isNotEqualTo(first.content());
    }

    @Test
    void storedAnswerReadsAsItWas() {
        QueryAnswer answer = parsed(out(BookingKind.BOOKING_KIND_TRANSFER).setCounterparty(payee()));

        assertThat(stored.answer(answer.content())).isEqualTo(answer);
    }

    @Test
    void reportIsKnownByItsNumberElseByItsContent() {
        WatchReport.Builder report = WatchReport.newBuilder()
                .addBookings(out(BookingKind.BOOKING_KIND_TRANSFER).setCounterparty(payee()));
        QueryAnswer numbered = QueryAnswerWire.parse(
                ID, answer().setReport(report.clone().setSequence(7)).build());
        QueryAnswer unnumbered =
                QueryAnswerWire.parse(ID, answer().setReport(report).build());
        QueryAnswer unnamed = QueryAnswerWire.parse(
                ID,
                answer().clearAccountNumber()
                        .setReport(report.clone().setSequence(7))
                        .build());
        QueryAnswer other = QueryAnswerWire.parse(
                ID, answer().setReport(report.clone().setBalanceFen(1)).build());

        assertThat(key(numbered)).contains("n7");
        assertThat(key(unnamed)).as("without the account").isPresent().isNotEqualTo(key(numbered));
        assertThat(key(unnumbered))
                .isEqualTo(
                        key(QueryAnswerWire.parse(ID, answer().setReport(report).build())));
        assertThat(key(other)).isNotEqualTo(key(unnumbered));
        assertThat(stored.report(numbered.report().orElseThrow().content()))
                .isEqualTo(numbered.report().orElseThrow().bookings());
        assertThat(numbered.content()).as("the report is stored apart").doesNotContain("s1");
    }

    private static Optional<String> key(QueryAnswer answer) {
        return answer.report().map(QueryAnswer.Report::key);
    }
}
