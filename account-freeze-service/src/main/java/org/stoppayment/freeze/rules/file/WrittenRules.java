package org.stoppayment.freeze.rules.file;

import org.stoppayment.freeze.rules.domain.RuleSet;

/**
 * A rule set and its text.
 *
 * @param rules the rule set
 * @param json its whole text, sources included
 */
public record WrittenRules(RuleSet rules, String json) {}
