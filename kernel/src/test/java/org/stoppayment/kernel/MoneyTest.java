package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @ValueSource(longs = {-1, -14_000_000, Long.MIN_VALUE})
    void negativeAmountIsRefused(long fen) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.ofFen(fen))
                .withMessage("fen: " + fen + " (expected: 0 or more)");
    }

    @Test
    void sumsAndDifferencesAreExactToTheFen() {
        assertThat(Money.ofFen(14_000_000).plus(Money.ofFen(1))).isEqualTo(Money.ofFen(14_000_001));
        assertThat(Money.ofFen(14_000_000).minus(Money.ofFen(1))).isEqualTo(Money.ofFen(13_999_999));
        assertThat(Money.ofFen(5).minus(Money.ofFen(5))).isEqualTo(Money.ZERO);
        assertThat(Money.ofFen(Long.MAX_VALUE - 1).plus(Money.ofFen(1))).isEqualTo(Money.ofFen(Long.MAX_VALUE));
    }

    @Test
    void overflowOfASumThrows() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)));
    }

    @Test
    void negativeDifferenceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.ofFen(5).minus(Money.ofFen(6)))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ZERO.minus(Money.ofFen(Long.MAX_VALUE)));
    }

    @Test
    void minIsTheSmallerAmountInAnyOrder() {
        Money less = Money.ofFen(1);
        Money more = Money.ofFen(2);
        assertThat(less.min(more)).isEqualTo(less);
        assertThat(more.min(less)).isEqualTo(less);
        assertThat(less).isLessThan(more).isEqualByComparingTo(Money.ofFen(1));
    }

    @Test
    void onlyZeroIsZero() {
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(Money.ofFen(1).isZero()).isFalse();
    }

    @Test
    void maximumOfOneBookingIsTenToTheThirteenFen() {
        assertThat(Money.MAX_FEN).isEqualTo((long) Math.pow(10, 13));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0.00",
                "5|0.05",
                "99|0.99",
                "100|1.00",
                "14000000|140,000.00",
                "10000000000000|100,000,000,000.00"
            })
    void toStringIsYuanWithTwoDecimals(long fen, String text) {
        assertThat(Money.ofFen(fen)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "de-DE", "fr-FR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    void toStringDoesNotDependOnTheLocale(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertThat(Money.ofFen(14_000_005)).hasToString("140,000.05");
        } finally {
            Locale.setDefault(before);
        }
    }
}
