package org.stoppayment.kernel;

import java.io.Serial;
import java.util.List;
import java.util.Optional;

/** The expected failures of a use case: one sealed tree, mapped to gRPC and HTTP in one place. */
public abstract sealed class ServiceException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private ServiceException(String message) {
        super(message);
    }

    private ServiceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The input is invalid; a retry does not help. Lists all violations. */
    public static final class InvalidInput extends ServiceException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient List<Violation> violations;
        private final transient Optional<Hint> hint;

        public InvalidInput(List<Violation> violations) {
            this(violations, Optional.empty());
        }

        /** With what helps a program to put it right. */
        public InvalidInput(List<Violation> violations, Optional<Hint> hint) {
            super(summary(violations));
            this.violations = List.copyOf(violations);
            this.hint = hint;
        }

        public InvalidInput(String field, String code, String description) {
            this(List.of(new Violation(field, code, description)));
        }

        /**
         * What helps a program to put the input right.
         *
         * @param reason code of the violation that it is about
         * @param key what the value is, such as {@code correctInstead}
         * @param value an id, never personal data
         */
        public record Hint(String reason, String key, String value) {}

        /** What helps a program to put it right, empty when nothing does. */
        public Optional<Hint> hint() {
            return hint;
        }

        /** All violations. */
        public List<Violation> violations() {
            return violations;
        }

        private static String summary(List<Violation> violations) {
            Violation first = violations.get(0);
            return first.field() + ": " + first.description()
                    + (violations.size() > 1 ? " and " + (violations.size() - 1) + " more" : "");
        }
    }

    /** A business rule refuses the request. */
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

    /** The requested object does not exist. */
    public static final class NotFound extends ServiceException {
        @Serial
        private static final long serialVersionUID = 1L;

        public NotFound(String what, String id) {
            super(what + ": " + id + " (expected: the id of one that exists)");
        }
    }

    /** Too many requests; retry later. */
    public static final class Overloaded extends ServiceException {
        @Serial
        private static final long serialVersionUID = 1L;

        public Overloaded(String reason) {
            super(reason);
        }
    }

    /** The database or a peer is unavailable; retry soon. It is not known whether the work was done. */
    public static final class Unavailable extends ServiceException {
        @Serial
        private static final long serialVersionUID = 1L;

        public Unavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
