package org.stoppayment.freeze.dissuasion.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion.Missing;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion.Paid;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;

class DissuasionTest {

    private static Dissuasion paidBy(String name) {
        AccountRef payer = new AccountRef("102100099996", "6222020000000000018", name, AccountKind.BANK_PERSONAL);
        Instant at = Instant.parse("2026-03-01T02:00:00Z");
        return new Dissuasion(
                new UUID(1, 1),
                Dissuasion.State.OPEN,
                payer,
                payer,
                new Paid(Money.ofFen(1), 1, at, at),
                at,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void entryAlwaysLacksATelephoneNumberAndANameWhereTheInstitutionToldNone() {
        assertThat(paidBy("周某").missing()).containsExactly(Missing.PHONE);
        assertThat(paidBy("").missing()).containsExactly(Missing.NAME, Missing.PHONE);
        assertThat(paidBy("  ").missing()).containsExactly(Missing.NAME, Missing.PHONE);
    }
}
