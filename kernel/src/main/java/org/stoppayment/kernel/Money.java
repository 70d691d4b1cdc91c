package org.stoppayment.kernel;

/**
 * An amount of money.
 *
 * @param fen the amount in fen (1/100 of a yuan), never negative
 */
public record Money(long fen) implements Comparable<Money> {

    /** Maximum amount of one booking: 10^13 fen (100 billion yuan). */
    public static final long MAX_FEN = 10_000_000_000_000L;

    /** No money. */
    public static final Money ZERO = new Money(0);

    public Money {
        if (fen < 0) {
            throw new IllegalArgumentException("fen: " + fen + " (expected: 0 or more)");
        }
    }

    /** An amount of {@code fen} fen. */
    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    /** The sum of both; overflow throws {@link ArithmeticException}. */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** The difference; throws {@link IllegalArgumentException} when {@code other} is greater. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /** The smaller of both. */
    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    /** True when the amount is zero. */
    public boolean isZero() {
        return fen == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** Yuan with two decimals, for display, such as {@code 140,000.00}; independent of the locale. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Long.toString(fen / 100));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return text.append('.').append(fen % 100 / 10).append(fen % 10).toString();
    }
}
