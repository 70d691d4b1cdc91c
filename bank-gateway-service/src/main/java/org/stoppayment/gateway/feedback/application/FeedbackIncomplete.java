package org.stoppayment.gateway.feedback.application;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.kernel.Violation;

/**
 * A feedback was recorded as far as it can be read. Fields are missing or cannot be read: the institution corrects them and sends it
 * again.
 */
public final class FeedbackIncomplete extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> toCorrect;

    /** A feedback with these fields to correct. */
    public FeedbackIncomplete(List<Violation> toCorrect) {
        super(toCorrect.stream().map(Violation::field).collect(Collectors.joining(" ")));
        this.toCorrect = List.copyOf(toCorrect);
    }

    /** The fields to correct. */
    public List<Violation> toCorrect() {
        return toCorrect;
    }
}
