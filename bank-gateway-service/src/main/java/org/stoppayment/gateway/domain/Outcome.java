package org.stoppayment.gateway.domain;

/** What came of a message to an institution. No answer is doubt: never success and never failure. */
public sealed interface Outcome {

    /** The institution answered with its feedback. */
    record Answered(Feedback feedback) implements Outcome {
        @Override
        public String kind() {
            return "feedback";
        }
    }

    /** The institution took the order and will call back. */
    record Accepted() implements Outcome {
        @Override
        public String kind() {
            return "accepted";
        }
    }

    /** The message certainly did not reach the institution, or was certainly not looked at. */
    record NotSent(Reason reason) implements Outcome {
        @Override
        public String kind() {
            return "not_sent";
        }

        @Override
        public boolean speaksAgainstInstitution() {
            return reason.noConnection;
        }

        /** Why it was not sent; the names are the wire's. */
        public enum Reason {
            /** Nobody listens there. */
            CONNECTION_REFUSED(true),
            /** No connection came about in time. */
            CONNECT_TIMEOUT(true),
            /** The host has no address. */
            UNRESOLVED(true),
            /** No secure connection came about. */
            TLS_FAILED(true),
            /** No connection came about for another cause. */
            UNREACHABLE(true),
            /** The institution did not answer lately; it is left alone for a moment. */
            CIRCUIT_OPEN(false),
            /** Too many calls wait for the institution. */
            BULKHEAD_FULL(false),
            /** The call waited for its turn for so long that too little time was left for an answer. */
            WAITED_TOO_LONG(false),
            /** More calls a second than were agreed. */
            RATE_LIMITED(false),
            /** The institution said so: HTTP 429 or result code 200008. */
            CALL_LIMIT(false);

            private final boolean noConnection;

            Reason(boolean noConnection) {
                this.noConnection = noConnection;
            }
        }
    }

    /**
     * The message may or may not have reached the institution.
     *
     * @param reason stable code, such as {@code TIMEOUT}
     * @param unwell true when the institution seems unwell; false when it answered, but with something of no use
     */
    record NoAnswer(String reason, boolean unwell) implements Outcome {

        /** No answer in time. */
        public static final NoAnswer TIMEOUT = new NoAnswer("TIMEOUT", true);
        /** The connection was lost after it was made. */
        public static final NoAnswer RESET = new NoAnswer("RESET", true);
        /** An answer that is not JSON. */
        public static final NoAnswer GARBAGE = new NoAnswer("GARBAGE", true);
        /** An answer of more than 4 MiB. */
        public static final NoAnswer TOO_LARGE = new NoAnswer("TOO_LARGE", true);
        /** A feedback on another order. */
        public static final NoAnswer WRONG_APPLICATION_ID = new NoAnswer("WRONG_APPLICATION_ID", false);
        /** JSON that is no feedback. */
        public static final NoAnswer INVALID_FEEDBACK = new NoAnswer("INVALID_FEEDBACK", false);

        /** A status that answers nothing. A 4xx comes from a server that is well, and may be due to one order alone. */
        public static NoAnswer ofStatus(int status) {
            return new NoAnswer("HTTP_" + status, status >= 500);
        }

        @Override
        public String kind() {
            return "no_answer";
        }

        @Override
        public boolean speaksAgainstInstitution() {
            return unwell;
        }
    }

    /** Inquiry only: the institution does not know the order. */
    record NotKnown() implements Outcome {
        @Override
        public String kind() {
            return "not_known";
        }
    }

    /** The registry has no such institution. */
    record NoRoute() implements Outcome {
        @Override
        public String kind() {
            return "no_route";
        }
    }

    /** True when enough of these should open the institution's circuit. */
    default boolean speaksAgainstInstitution() {
        return false;
    }

    /** Short name for metrics. */
    String kind();
}
