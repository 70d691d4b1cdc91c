package org.stoppayment.cli.output;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.Money;
import org.stoppayment.proto.common.v1.Account;

/** Formats that several tables share. */
public final class Formats {

    private static final String NONE = "-";
    private static final long FEN_OF_A_YUAN = 100;

    private Formats() {}

    /** A sum in yuan, such as {@code 140,000.00}. */
    public static String yuan(long fen) {
        return fen < 0 ? "-" + yuan(-fen) : Money.ofFen(fen).toString();
    }

    /** A sum in yuan without its fen, such as {@code 140,000}; it may be larger than any sum of money. */
    public static String wholeYuan(long fen) {
        return String.format(Locale.ROOT, "%,d", fen / FEN_OF_A_YUAN);
    }

    /** A count and its noun, such as {@code 1 case} or {@code 2 cases}. */
    public static String counted(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    /** The account's number, or a dash. */
    public static String number(Account account) {
        return orDash(account.getNumber());
    }

    /** The number, or a dash when there is none. */
    public static String orDash(@Nullable Long number) {
        return number == null ? NONE : number.toString();
    }

    /** The share, such as {@code 99.2 %}, or a dash when there is none. */
    public static String percent(@Nullable BigDecimal percent) {
        return percent == null ? NONE : percent.toPlainString() + " %";
    }

    /** The text, or a dash when it is empty. */
    public static String orDash(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
