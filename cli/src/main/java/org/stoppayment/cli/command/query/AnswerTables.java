package org.stoppayment.cli.command.query;

import com.google.protobuf.Timestamp;
import java.util.List;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.AccountHold;
import org.stoppayment.proto.gateway.v1.HolderAccount;

/** The tables of answers. Masking is up to the caller. */
final class AnswerTables {

    private final Console console;

    AnswerTables(Console console) {
        this.console = console;
    }

    /** What came into the account and what left it. */
    String bookings(List<AccountBooking> bookings) {
        Table table = new Table(Heading.of(
                console,
                Heading.AT,
                Heading.DIRECTION,
                Heading.SUM,
                Heading.COUNTERPARTY,
                Heading.INSTITUTION,
                Heading.NAME,
                Heading.KIND,
                Heading.BALANCE,
                Heading.SERIAL));
        for (AccountBooking booking : bookings) {
            table.row(
                    moment(booking.hasBookedAt(), booking.getBookedAt()),
                    console.vocabulary().value(booking.getDirection()),
                    Formats.yuan(booking.getAmountFen()),
                    Formats.number(booking.getCounterparty()),
                    Formats.orDash(console.vocabulary()
                            .institution(booking.getCounterparty().getInstitutionCode())),
                    Formats.orDash(booking.getCounterparty().getName()),
                    console.vocabulary().value(booking.getKind()),
                    sum(booking.hasBalanceAfterFen(), booking.getBalanceAfterFen()),
                    Formats.orDash(booking.getSerial()));
        }
        return table.isEmpty() ? console.text(QueryText.NO_BOOKINGS) : table.render(console);
    }

    /** What holds money on the account. */
    String holds(List<AccountHold> holds) {
        Table table = new Table(
                Heading.of(console, Heading.KIND, Heading.SUM, Heading.AUTHORITY, Heading.SINCE, Heading.UNTIL));
        for (AccountHold hold : holds) {
            table.row(
                    console.vocabulary().value(hold.getKind()),
                    sum(hold.hasAmountFen(), hold.getAmountFen()),
                    Formats.orDash(hold.getAuthority()),
                    moment(hold.hasSince(), hold.getSince()),
                    moment(hold.hasUntil(), hold.getUntil()));
        }
        return table.isEmpty() ? console.text(QueryText.NO_HOLDS) : table.render(console);
    }

    /** The accounts of the holder. */
    String accounts(List<HolderAccount> accounts) {
        Table table = new Table(Heading.of(console, Heading.ACCOUNT, Heading.STATE, Heading.BALANCE, Heading.OPENED));
        for (HolderAccount account : accounts) {
            table.row(
                    Formats.orDash(account.getNumber()),
                    console.vocabulary().value(account.getState()),
                    sum(account.hasBalanceFen(), account.getBalanceFen()),
                    moment(account.hasOpenedAt(), account.getOpenedAt()));
        }
        return table.isEmpty() ? console.text(QueryText.NO_ACCOUNTS) : table.render(console);
    }

    private String moment(boolean isKnown, Timestamp moment) {
        return isKnown ? console.moment(moment) : Formats.orDash("");
    }

    private static String sum(boolean isKnown, long fen) {
        return isKnown ? Formats.yuan(fen) : Formats.orDash("");
    }
}
