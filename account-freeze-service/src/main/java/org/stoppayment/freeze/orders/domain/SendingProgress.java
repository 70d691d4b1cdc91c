package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the sending went so far.
 *
 * @param attempts number of times that it was sent, or may have been
 * @param inquiries number of inquiries since it came into doubt
 * @param unsent number of times in a row that it could not be sent
 * @param firstFailureAt when something first went wrong; when doubt began, if it had never been sent before
 * @param resultCode the last one, empty before the first
 * @param reference of the person or paper that resolved it, empty when none did
 * @param flags things worth a look
 * @param findings what was found since the row was read that people are to be told of
 */
public record SendingProgress(
        int attempts,
        int inquiries,
        int unsent,
        Optional<Instant> firstFailureAt,
        String resultCode,
        String reference,
        List<String> flags,
        List<Contradiction> findings) {

    /** Nothing has happened yet. */
    public static final SendingProgress NONE = new SendingProgress(0, 0, 0, Optional.empty(), "", "", List.of());

    /** As the row has it. */
    public SendingProgress(
            int attempts,
            int inquiries,
            int unsent,
            Optional<Instant> firstFailureAt,
            String resultCode,
            String reference,
            List<String> flags) {
        this(attempts, inquiries, unsent, firstFailureAt, resultCode, reference, flags, List.of());
    }

    SendingProgress after(StopOrderEvent event, Instant at) {
        int sent = event.provesUnsent() ? Math.max(0, attempts - 1) : attempts;
        return switch (event.kind()) {
            case SENT ->
                new SendingProgress(
                        attempts + 1, inquiries, unsent, firstFailureAt, resultCode, reference, flags, findings);
            case NOT_KNOWN ->
                new SendingProgress(attempts, inquiries + 1, 0, firstFailureAt, resultCode, reference, flags, findings);
            case NOT_SENT ->
                new SendingProgress(sent, inquiries, unsent + 1, failed(at), resultCode, reference, flags, findings);
            case UNANSWERED, OVERDUE, UNCLEAR ->
                new SendingProgress(attempts, inquiries, 0, doubted(at), resultCode, reference, flags, findings);
            case ROUTED ->
                new SendingProgress(attempts, 0, 0, Optional.empty(), resultCode, reference, flags, findings);
            default -> new SendingProgress(sent, inquiries, 0, firstFailureAt, resultCode, reference, flags, findings);
        };
    }

    SendingProgress inquired(Instant at) {
        return new SendingProgress(attempts, inquiries + 1, unsent, failed(at), resultCode, reference, flags, findings);
    }

    SendingProgress answered(String code, List<String> moreFlags) {
        List<String> all = new ArrayList<>(flags);
        moreFlags.stream().filter(flag -> !all.contains(flag)).forEach(all::add);
        return new SendingProgress(attempts, inquiries, unsent, firstFailureAt, code, reference, all, findings);
    }

    SendingProgress finding(List<Contradiction> more) {
        List<Contradiction> all =
                Stream.concat(findings.stream(), more.stream()).toList();
        return new SendingProgress(attempts, inquiries, unsent, firstFailureAt, resultCode, reference, flags, all);
    }

    /** Once the row has it. */
    SendingProgress stored() {
        return new SendingProgress(attempts, inquiries, unsent, firstFailureAt, resultCode, reference, flags);
    }

    SendingProgress without(String flag) {
        List<String> others = flags.stream().filter(each -> !each.equals(flag)).toList();
        return new SendingProgress(
                attempts, inquiries, unsent, firstFailureAt, resultCode, reference, others, findings);
    }

    SendingProgress referringTo(String newReference) {
        return new SendingProgress(
                attempts, inquiries, unsent, firstFailureAt, resultCode, newReference, flags, findings);
    }

    /** The time in which it certainly could not be sent is no doubt: it does not use up the time for inquiries. */
    private Optional<Instant> doubted(Instant at) {
        return unsent > 0 && attempts <= 1 ? Optional.of(at) : failed(at);
    }

    private Optional<Instant> failed(Instant at) {
        return firstFailureAt.isPresent() ? firstFailureAt : Optional.of(at);
    }
}
