package org.stoppayment.freeze.dissuasion.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.freeze.shared.domain.AccountRef;

/** Port: names of likely victims. */
public interface NamingPayers {

    /** Gives the holder's name, as the institution tells it, to the entries of a payer that have none, and to those that come later. */
    Uni<Void> name(AccountRef.Key payer, String name);
}
