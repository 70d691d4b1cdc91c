package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A payment as the victim remembers it.
 *
 * @param payer the account that paid
 * @param payee the account that was paid: the one to stop
 * @param amountFen the sum in fen, as given
 * @param currency ISO 4217, CNY when nothing was given
 * @param transferredAt when it was booked
 * @param serial of the booking, a hint
 */
public record Transfer(
        NamedAccount payer,
        NamedAccount payee,
        Optional<Long> amountFen,
        String currency,
        Optional<Instant> transferredAt,
        String serial) {

    /** Currency of a sum whose currency was not said, or said wrong. */
    public static final String USUAL_CURRENCY = "CNY";

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    /** True when the sum is one of another currency than yuan. */
    public boolean isForeign() {
        return hasRealCurrency() && !currency.equals(USUAL_CURRENCY);
    }

    /** What counts in a case's sums, in fen of yuan: a foreign sum does not, and neither does one that is not known. */
    public long countedFen() {
        return isForeign() ? 0 : amountFen.orElse(0L);
    }

    /** True when the currency is an ISO 4217 code. */
    public boolean hasRealCurrency() {
        return CURRENCIES.contains(currency);
    }
}
