package org.stoppayment.kernel;

import java.io.Serial;
import java.util.List;

/** Everything that a use case may answer with instead of a result: one sealed tree, mapped to the wire in one place. */
public abstract sealed class ServiceException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private ServiceException(String message) {
        super(message);
    }

    private ServiceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The input is wrong; sending it again will not help. Names every violation at once. */
    public static final class InvalidInput extends ServiceException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient List<Violation> violations;

        public InvalidInput(List<Violation> violations) {
            super(summary(violations));
            this.violations = List.copyOf(violations);
        }

        public InvalidInput(String field, String code, String description) {
            this(List.of(new Violation(field, code, description)));
        }

        /** All of them. */
        public List<Violation> violations() {
            return violations;
        }

        private static String summary(List<Violation> violations) {
            Violation first = violations.get(0);
            return first.field() + ": " + first.description()
                    + (violations.size() > 1 ? " and " + (violations.size() - 1) + " more" : "");
        }
    }

    /** A rule says no. */
    public static final class Refusal extends ServiceException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String code;

        /**
         * @param code stable code, such as {@code REQUEST_ID_REUSED}
         * @param reason for people, without personal data
         */
        public Refusal(String code, String reason) {
            super(reason);
            this.code = code;
        }

        /** Stable code. */
        public String code() {
            return code;
        }
    }

    /** There is no such thing. */
    public static final class NotFound extends ServiceException {
        @Serial
        private static final long serialVersionUID = 1L;

        public NotFound(String what, String id) {
            super(what + ": " + id + " (expected: the id of one that exists)");
        }
    }

    /** Too much at once; try again in a while. */
    public static final class Overloaded extends ServiceException {
        @Serial
        private static final long serialVersionUID = 1L;

        public Overloaded(String reason) {
            super(reason);
        }
    }

    /** The database or a peer is away; try again in a moment. Whether the work was done is not known. */
    public static final class Unavailable extends ServiceException {
        @Serial
        private static final long serialVersionUID = 1L;

        public Unavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
