package org.stoppayment.freeze.facts.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.facts.application.StoredPages;
import org.stoppayment.freeze.facts.domain.AnswerPage;
import org.stoppayment.freeze.facts.domain.Booking.Direction;
import org.stoppayment.freeze.facts.domain.StatementBooking;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.BookingKind;
import org.stoppayment.proto.gateway.v1.QueryAnswer;

/** Reads answers in the JSON form of their message. Sums that no account can hold count as not told. */
@ApplicationScoped
class QueryAnswerPages implements StoredPages {

    private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

    @Override
    public AnswerPage page(String content) {
        QueryAnswer answer = message(content);
        AccountTransactions transactions = answer.getTransactions();
        return new AnswerPage(
                answer.hasAsOf() ? moment(answer) : Optional.empty(),
                money(answer.getBalance().hasBalanceFen(), answer.getBalance().getBalanceFen()),
                money(transactions.hasOpeningBalanceFen(), transactions.getOpeningBalanceFen()),
                transactions.getBookingsList().stream()
                        .map(QueryAnswerPages::booking)
                        .toList(),
                transactions.getNextPageToken().isEmpty());
    }

    private static QueryAnswer message(String content) {
        QueryAnswer.Builder answer = QueryAnswer.newBuilder();
        try {
            PARSER.merge(content, answer);
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("a stored answer is broken", broken);
        }
        return answer.build();
    }

    private static Optional<Instant> moment(QueryAnswer answer) {
        return Optional.of(answer.getAsOf()).filter(CommonWire::isPossible).map(CommonWire::instant);
    }

    private static Optional<Money> money(boolean isTold, long fen) {
        return isTold && fen >= 0 && fen <= Money.MAX_FEN ? Optional.of(Money.ofFen(fen)) : Optional.empty();
    }

    private static StatementBooking booking(AccountBooking booking) {
        return new StatementBooking(
                booking.getDirection() == BookingDirection.BOOKING_DIRECTION_IN ? Direction.IN : Direction.OUT,
                booking.getSerial(),
                kind(booking.getKind()),
                Money.ofFen(booking.getAmountFen()),
                CommonWire.instant(booking.getBookedAt()),
                booking.getSequence(),
                party(booking.getCounterparty()),
                money(booking.hasBalanceAfterFen(), booking.getBalanceAfterFen()));
    }

    private static OutflowKind kind(BookingKind kind) {
        return switch (kind) {
            case BOOKING_KIND_TRANSFER -> OutflowKind.TRANSFER;
            case BOOKING_KIND_CASH -> OutflowKind.CASH;
            case BOOKING_KIND_MERCHANT, BOOKING_KIND_OTHER, BOOKING_KIND_UNSPECIFIED, UNRECOGNIZED ->
                OutflowKind.MERCHANT;
        };
    }

    private static Optional<AccountRef> party(Account account) {
        return account.getNumber().isEmpty()
                ? Optional.empty()
                : Optional.of(AccountRef.reported(
                        account.getInstitutionCode(),
                        account.getNumber(),
                        account.getName(),
                        CommonWire.kind(account.getKind())));
    }
}
