package org.stoppayment.freeze.rules.file;

import org.stoppayment.freeze.rules.domain.RuleSet;

/**
 * A rule set and its text.
 *
 * @param rules what it says
 * @param json all of it, sources included
 */
public record WrittenRules(RuleSet rules, String json) {}
