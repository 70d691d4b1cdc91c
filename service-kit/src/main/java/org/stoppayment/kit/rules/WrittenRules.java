package org.stoppayment.kit.rules;

/**
 * A rule set and its text.
 *
 * @param name id and version
 * @param rules the rule set
 * @param json its whole text, sources included
 * @param <R> the kind of rules
 */
public record WrittenRules<R>(String name, R rules, String json) {}
