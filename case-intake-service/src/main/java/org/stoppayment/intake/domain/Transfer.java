package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A payment as the victim reported it.
 *
 * @param payer the account that paid
 * @param payee the account that was paid: the one to stop
 * @param amountFen the amount in fen, as given
 * @param currency ISO 4217, CNY when nothing was given
 * @param transferredAt when it was booked
 * @param serial serial number of the booking, a hint
 */
public record Transfer(
        NamedAccount payer,
        NamedAccount payee,
        Optional<Long> amountFen,
        String currency,
        Optional<Instant> transferredAt,
        String serial) {

    /** Currency of an amount whose currency is missing or unknown. */
    public static final String DEFAULT_CURRENCY = "CNY";

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    /** True when the amount is in another currency than yuan. */
    public boolean isForeign() {
        return hasKnownCurrency() && !currency.equals(DEFAULT_CURRENCY);
    }

    /** The amount that counts in the sums of a case, in fen of yuan: 0 when it is foreign or unknown. */
    public long countedFen() {
        return isForeign() ? 0 : amountFen.orElse(0L);
    }

    /** True when the currency is an ISO 4217 code. */
    public boolean hasKnownCurrency() {
        return CURRENCIES.contains(currency);
    }
}
