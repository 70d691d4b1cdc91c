package org.stoppayment.simulator.view;

import java.util.Arrays;
import java.util.List;
import org.stoppayment.simulator.behaviour.MagicAccount;

/**
 * An account that behaves in a fixed way at every institution.
 *
 * @param number its number
 * @param name the constant of {@link MagicAccount}
 */
public record MagicAccountView(String number, String name) {

    /** All of them. */
    public static List<MagicAccountView> all() {
        return Arrays.stream(MagicAccount.values())
                .map(account -> new MagicAccountView(account.number(), account.name()))
                .toList();
    }
}
