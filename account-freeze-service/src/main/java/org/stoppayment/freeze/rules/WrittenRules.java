package org.stoppayment.freeze.rules;

import org.stoppayment.freeze.domain.RuleSet;

/**
 * A rule set and its text.
 *
 * @param rules what it says
 * @param json all of it, sources included
 */
public record WrittenRules(RuleSet rules, String json) {}
