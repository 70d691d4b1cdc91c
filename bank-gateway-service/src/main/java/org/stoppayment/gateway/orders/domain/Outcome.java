package org.stoppayment.gateway.orders.domain;

import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.queries.domain.QueryAnswer;

/** The outcome of a message to an institution. No answer means doubt: neither success nor failure. */
public sealed interface Outcome {

    /** The institution answered with its feedback. */
    record Answered(Feedback feedback) implements Outcome {
        @Override
        public String kind() {
            return "feedback";
        }

        @Override
        public boolean provesSignature() {
            return true;
        }
    }

    /** The institution answered a query. */
    record Replied(QueryAnswer answer) implements Outcome {
        @Override
        public String kind() {
            return "answer";
        }

        @Override
        public boolean provesSignature() {
            return true;
        }
    }

    /** The institution accepted the order and will call back. */
    record Accepted() implements Outcome {
        @Override
        public String kind() {
            return "accepted";
        }

        @Override
        public boolean provesSignature() {
            return true;
        }
    }

    /** The institution certainly did not receive the message, or did not process it. */
    record NotSent(Reason reason) implements Outcome {
        @Override
        public String kind() {
            return "not_sent";
        }

        @Override
        public boolean countsAsFailure() {
            return reason.noConnection;
        }

        /** Why it was not sent, named as in the contract. */
        public enum Reason {
            /** Nothing listens at the address. */
            CONNECTION_REFUSED(true),
            /** The connection was not established in time. */
            CONNECT_TIMEOUT(true),
            /** The host name has no address. */
            UNRESOLVED(true),
            /** The TLS handshake failed. */
            TLS_FAILED(true),
            /** The connection failed for another reason. */
            UNREACHABLE(true),
            /** The circuit is open: recent calls failed. */
            CIRCUIT_OPEN(false),
            /** Too many calls are queued for the institution. */
            BULKHEAD_FULL(false),
            /** The call was queued so long that too little time was left for an answer. */
            WAITED_TOO_LONG(false),
            /** The institution refused the call: HTTP 429 or result code 200008. */
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
     * @param countsAsFailure false when the institution works, but its answer cannot be used
     */
    record NoAnswer(String reason, boolean countsAsFailure) implements Outcome {

        /** No answer in time. */
        public static final NoAnswer TIMEOUT = new NoAnswer("TIMEOUT", true);
        /** The connection was lost after it had been established. */
        public static final NoAnswer RESET = new NoAnswer("RESET", true);
        /** The answer is not JSON. */
        public static final NoAnswer GARBAGE = new NoAnswer("GARBAGE", true);
        /** The answer is larger than 4 MiB. */
        public static final NoAnswer TOO_LARGE = new NoAnswer("TOO_LARGE", true);
        /** The feedback is about another order. */
        public static final NoAnswer WRONG_APPLICATION_ID = new NoAnswer("WRONG_APPLICATION_ID", false);
        /** The answer to a query is about another account. */
        public static final NoAnswer WRONG_ACCOUNT = new NoAnswer("WRONG_ACCOUNT", false);
        /** The JSON has no readable application id or result code. */
        public static final NoAnswer INVALID_FEEDBACK = new NoAnswer("INVALID_FEEDBACK", false);

        /** The institution refused the message because of its time: one of the clocks is wrong. */
        public static final NoAnswer CLOCK_REFUSED = new NoAnswer("CLOCK_REFUSED", false);

        /** An unexpected HTTP status. A 4xx does not count as a failure of the institution: a single order may cause it. */
        public static NoAnswer ofStatus(int status) {
            return new NoAnswer("HTTP_" + status, status >= 500);
        }

        @Override
        public String kind() {
            return "no_answer";
        }
    }

    /** Inquiry only: the institution does not know the order. */
    record NotKnown() implements Outcome {
        @Override
        public String kind() {
            return "not_known";
        }

        @Override
        public boolean provesSignature() {
            return true;
        }
    }

    /** The registry has no such institution. */
    record NoRoute() implements Outcome {
        @Override
        public String kind() {
            return "no_route";
        }
    }

    /** True when the institution's circuit breaker counts it as a failure. */
    default boolean countsAsFailure() {
        return false;
    }

    /** True when the institution has accepted the signature of the message, and with it its time. */
    default boolean provesSignature() {
        return false;
    }

    /** Short name for metrics. */
    String kind();
}
