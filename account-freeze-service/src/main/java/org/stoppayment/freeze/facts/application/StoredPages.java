package org.stoppayment.freeze.facts.application;

import org.stoppayment.freeze.facts.domain.AnswerPage;

/** Port: reads what queries were answered, as it is stored. */
public interface StoredPages {

    /** What {@code content} says of the account's money. */
    AnswerPage page(String content);
}
