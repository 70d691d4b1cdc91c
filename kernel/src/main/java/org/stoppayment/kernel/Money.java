package org.stoppayment.kernel;

/**
 * A sum of money.
 *
 * @param fen the sum in fen (1/100 of a yuan), never negative
 */
public record Money(long fen) implements Comparable<Money> {

    /** Most that one booking may carry: 10^13 fen, a hundred thousand million yuan. */
    public static final long MAX_FEN = 10_000_000_000_000L;

    /** No money. */
    public static final Money ZERO = new Money(0);

    public Money {
        if (fen < 0) {
            throw new IllegalArgumentException("fen: " + fen + " (expected: 0 or more)");
        }
    }

    /** A sum of {@code fen} fen. */
    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    /** The sum of both; overflow throws {@link ArithmeticException}. */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** What is left; throws {@link IllegalArgumentException} when {@code other} is more than this. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /** The lesser of both. */
    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    /** True when there is no money. */
    public boolean isZero() {
        return fen == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** For people: yuan with two decimals, such as {@code 140,000.00}; the same on every host. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Long.toString(fen / 100));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return text.append('.').append(fen % 100 / 10).append(fen % 10).toString();
    }
}
