package org.stoppayment.freeze.mules.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.mules.domain.Mule;
import org.stoppayment.freeze.mules.domain.MuleHistory;
import org.stoppayment.freeze.rules.domain.ListRules;
import org.stoppayment.freeze.shared.domain.AccountRef;

/** Read port: known mules, as {@code rules} define them. */
public interface Mules {

    /** At most {@code max} mules after {@code after}, by institution and number. */
    Uni<List<Mule>> list(ListRules rules, Optional<AccountRef.Key> after, int max);

    /** The mules with a number, at one institution or at any, with their histories. */
    Uni<List<MuleHistory>> histories(ListRules rules, String number, Optional<String> institutionCode);
}
