package org.stoppayment.freeze.rules.domain;

import org.stoppayment.kernel.Money;

/**
 * What people are shown although nothing is under way.
 *
 * @param unknownThreshold more money than this that nobody has located, on one account, needs a person
 */
public record AttentionRules(Money unknownThreshold) {}
