package org.stoppayment.freeze.objections.application;

import java.util.Optional;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * What one step of a release came to.
 *
 * @param kind what it came to
 * @param order that releases the money, of {@code ORDERED}
 * @param code why it failed, of {@code DECLINED}
 */
record ReleaseStep(Kind kind, Optional<ApplicationId> order, String code) {

    /** All is released, or nothing holds the account for the case any more. */
    static final ReleaseStep DONE = new ReleaseStep(Kind.DONE, Optional.empty(), "");
    /** An order is undecided: look again later. */
    static final ReleaseStep WAITING = new ReleaseStep(Kind.WAITING, Optional.empty(), "");

    /** What a step came to. */
    enum Kind {
        ORDERED,
        WAITING,
        DONE,
        DECLINED
    }

    static ReleaseStep ordered(ApplicationId order) {
        return new ReleaseStep(Kind.ORDERED, Optional.of(order), "");
    }

    static ReleaseStep declined(String code) {
        return new ReleaseStep(Kind.DECLINED, Optional.empty(), code);
    }
}
