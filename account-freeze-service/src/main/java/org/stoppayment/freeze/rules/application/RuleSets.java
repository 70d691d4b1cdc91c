package org.stoppayment.freeze.rules.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.freeze.rules.domain.RuleSet;

/** Port: the rule sets that orders were made under and are made under now. */
public interface RuleSets {

    /** The rule set that orders are made under now. */
    RuleSet current();

    /** The rule set that an order names; fails when it was never stored. */
    Uni<RuleSet> named(String name);

    /** All that this process has loaded. */
    List<RuleSet> known();
}
