package org.stoppayment.recovery.facts.domain;

/**
 * Something that account-freeze tells, and tells again when it changes. The highest revision counts.
 *
 * @param <K> what identifies it
 */
public interface Fact<K> {

    /** What it is about: facts with the same key are revisions of one. */
    K key();

    /** Grows with each change, from 1. */
    int revision();
}
