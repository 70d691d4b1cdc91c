package org.stoppayment.recovery.attribution.domain;

import java.util.Comparator;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Accounts in a fixed order. */
final class Accounts {

    static final Comparator<AccountRef.Key> ORDER =
            Comparator.comparing(AccountRef.Key::institutionCode).thenComparing(AccountRef.Key::number);

    private Accounts() {}
}
