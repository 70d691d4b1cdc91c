package org.stoppayment.simulator.institution;

import java.nio.charset.StandardCharsets;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.JsonWriter;
import org.stoppayment.simulator.wire.Problem;
import org.stoppayment.simulator.wire.QueryAnswer;

/**
 * An HTTP response and how it is sent.
 *
 * @param status the HTTP status
 * @param mediaType media type of the body
 * @param body the body, may be empty
 * @param delivery how it is sent
 * @param delayMillis delay before it is sent
 */
record Reply(int status, String mediaType, byte[] body, Delivery delivery, int delayMillis) {

    private static final String JSON = "application/json";
    /** The servlet container aborts an answer after 30 s. */
    private static final long MAX_DELAY_MILLIS = 28_000;

    private static final byte[] NO_BODY = {};

    /** How an answer is sent. */
    enum Delivery {
        WHOLE,
        SLOW_CHUNKS,
        RESET,
        NEVER
    }

    static Reply feedback(Feedback feedback) {
        return new Reply(200, JSON, JsonWriter.write(feedback), Delivery.WHOLE, 0);
    }

    static Reply answer(QueryAnswer answer) {
        return new Reply(200, JSON, JsonWriter.write(answer), Delivery.WHOLE, 0);
    }

    static Reply accepted() {
        return new Reply(202, JSON, NO_BODY, Delivery.WHOLE, 0);
    }

    static Reply problem(Problem problem) {
        return new Reply(problem.status(), Problem.MEDIA_TYPE, JsonWriter.write(problem), Delivery.WHOLE, 0);
    }

    static Reply raw(int status, String body) {
        return new Reply(status, JSON, body.getBytes(StandardCharsets.UTF_8), Delivery.WHOLE, 0);
    }

    static Reply none(Delivery delivery) {
        return new Reply(200, JSON, NO_BODY, delivery, 0);
    }

    Reply with(Delivery other) {
        return new Reply(status, mediaType, body, other, delayMillis);
    }

    Reply after(long millis) {
        return new Reply(status, mediaType, body, delivery, (int) Math.min(millis, MAX_DELAY_MILLIS));
    }
}
