package org.stoppayment.gateway.queries.grpc;

import org.stoppayment.gateway.queries.domain.QueryAnswer.Parts;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.gateway.v1.QueryAnswer;

/** Renders answers, for outcomes and for account-freeze. */
public final class QueryAnswerWire {

    private QueryAnswerWire() {}

    /** The answer as a message. */
    public static QueryAnswer render(org.stoppayment.gateway.queries.domain.QueryAnswer answer) {
        QueryAnswer.Builder wire = QueryAnswer.newBuilder()
                .setApplicationId(answer.id().value())
                .setResultCode(answer.resultCode().value())
                .addAllMismatched(answer.mismatched())
                .setComplete(answer.complete());
        answer.accountNumber().ifPresent(wire::setAccountNumber);
        answer.asOf().ifPresent(at -> wire.setAsOf(CommonWire.timestamp(at)));
        parts(answer.parts(), wire);
        answer.unreadable().stream().map(Violation::field).forEach(wire::addUnreadable);
        return wire.build();
    }

    private static void parts(Parts parts, QueryAnswer.Builder wire) {
        parts.holder().ifPresent(holder -> wire.setHolder(HolderWire.render(holder)));
        parts.balance().ifPresent(balance -> wire.setBalance(HolderWire.render(balance)));
        parts.accounts().ifPresent(accounts -> wire.setAccounts(HolderWire.render(accounts)));
        parts.transactions().ifPresent(transactions -> wire.setTransactions(AccountBookingWire.render(transactions)));
        parts.watch().ifPresent(watch -> wire.setWatch(AccountBookingWire.render(watch)));
        parts.report().ifPresent(report -> wire.setReport(AccountBookingWire.render(report)));
    }
}
