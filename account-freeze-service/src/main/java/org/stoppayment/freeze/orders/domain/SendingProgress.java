package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * How sending an order has gone so far.
 *
 * @param attempts number of times that it was sent, or may have been
 * @param inquiries number of inquiries since it came into doubt
 * @param unsent number of times in a row that it could not be sent
 * @param firstFailureAt when something first went wrong; when doubt began, if it had never been sent before
 */
public record SendingProgress(int attempts, int inquiries, int unsent, Optional<Instant> firstFailureAt) {

    /** Nothing has happened yet. */
    public static final SendingProgress NONE = new SendingProgress(0, 0, 0, Optional.empty());

    SendingProgress after(StopOrderEvent event, Instant at) {
        int sent = event.provesUnsent() ? Math.max(0, attempts - 1) : attempts;
        return switch (event.kind()) {
            case SENT -> new SendingProgress(attempts + 1, inquiries, unsent, firstFailureAt);
            case NOT_KNOWN -> new SendingProgress(attempts, inquiries + 1, 0, firstFailureAt);
            case NOT_SENT -> new SendingProgress(sent, inquiries, unsent + 1, failed(at));
            case UNANSWERED, OVERDUE, UNCLEAR -> new SendingProgress(attempts, inquiries, 0, doubted(at));
            case ROUTED -> new SendingProgress(attempts, 0, 0, Optional.empty());
            default -> new SendingProgress(sent, inquiries, 0, firstFailureAt);
        };
    }

    /** True when what is sent now was sent, or tried, before. */
    boolean isResend() {
        return attempts > 1 || unsent > 0;
    }

    SendingProgress inquired(Instant at) {
        return new SendingProgress(attempts, inquiries + 1, unsent, failed(at));
    }

    /** Time in which the order was certainly not sent is not doubt: it does not use up the budget. */
    private Optional<Instant> doubted(Instant at) {
        return unsent > 0 && attempts <= 1 ? Optional.of(at) : failed(at);
    }

    private Optional<Instant> failed(Instant at) {
        return firstFailureAt.isPresent() ? firstFailureAt : Optional.of(at);
    }
}
