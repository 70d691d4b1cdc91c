package org.stoppayment.freeze.rules.domain;

/**
 * The rules that an order is made under. One id and version always has the same content; an order keeps its own.
 *
 * @param id such as {@code cn-2016-86}
 * @param version 1, 2, …
 * @param stops terms and counts
 * @param doubt what follows when no answer comes
 * @param tracing how far money is followed
 * @param attention what people are shown
 * @param lists who is listed
 */
public record RuleSet(
        String id,
        int version,
        StopRules stops,
        DoubtRules doubt,
        TracingRules tracing,
        AttentionRules attention,
        ListRules lists) {

    /** Its name in orders, such as {@code cn-2016-86/3}. */
    public String name() {
        return id + "/" + version;
    }
}
