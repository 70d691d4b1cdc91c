package org.stoppayment.recovery.forms.domain;

/** A sum in the capital numerals of Chinese documents, such as 人民币壹拾肆万元整, which nobody can change by a stroke. */
public final class YuanInWords {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final long FEN = 100;

    private static final Unit[] UNITS = {
        new Unit(100_000_000, "亿"), new Unit(10_000, "万"), new Unit(1000, "仟"), new Unit(100, "佰"), new Unit(10, "拾")
    };

    private record Unit(long value, String name) {}

    private YuanInWords() {}

    /** The words of a sum in fen, 0 or more. */
    public static String of(long fen) {
        if (fen < 0) {
            throw new IllegalArgumentException("fen: " + fen + " (expected: 0 or more)");
        }
        long yuan = fen / FEN;
        String whole = yuan > 0 ? number(yuan) + "元" : fen == 0 ? "零元" : "";
        return "人民币" + whole + part((int) (fen % FEN), yuan > 0);
    }

    private static String part(int fen, boolean afterYuan) {
        if (fen == 0) {
            return "整";
        }
        String tenths = fen >= 10 ? digit(fen / 10) + "角" : afterYuan ? "零" : "";
        return tenths + (fen % 10 == 0 ? "整" : digit(fen % 10) + "分");
    }

    private static String number(long value) {
        for (Unit unit : UNITS) {
            if (value >= unit.value) {
                return number(value / unit.value) + unit.name + rest(value % unit.value, unit.value / 10);
            }
        }
        return digit((int) value);
    }

    /** What follows a unit: with a zero when the next lower place is empty. */
    private static String rest(long value, long nextPlace) {
        return value == 0 ? "" : (value < nextPlace ? digit(0) : "") + number(value);
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit, digit + 1);
    }
}
