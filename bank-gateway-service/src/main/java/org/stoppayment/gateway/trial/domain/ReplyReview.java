package org.stoppayment.gateway.trial.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.feedback.domain.FreezeStatus;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Outcome.NoAnswer;
import org.stoppayment.gateway.orders.domain.Outcome.NotSent;
import org.stoppayment.kernel.ResultCode;

/** Finds the rules of the guide for banks (docs/bank/README.md) that a reply breaks. */
public final class ReplyReview {

    /** As account-freeze accepts it; docs/bank/README.md, "Your clock and your offset". */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    /** Codes of the guide that need a person; any other such code is none of the guide's. */
    private static final Set<String> FOR_A_PERSON = Set.of("0600", "0700", "1000", "1300");

    private static final int UNAUTHORIZED = 401;

    private ReplyReview() {}

    /** Everything that is wrong; empty when nothing is. */
    public static List<Finding> of(Reply reply) {
        Outcome outcome = reply.exchange().outcome();
        if (outcome instanceof NotSent notSent) {
            return List.of(
                    notSent.reason() == NotSent.Reason.CALL_LIMIT
                            ? Finding.of(FindingCode.CALL_LIMIT)
                            : new Finding(
                                    FindingCode.NOT_REACHED, notSent.reason().name()));
        }
        if (outcome instanceof NoAnswer noAnswer) {
            return ofNoAnswer(reply, noAnswer);
        }
        if (outcome instanceof Outcome.NotKnown) {
            return reply.toStop().isPresent() ? List.of(Finding.of(FindingCode.ORDER_NOT_KNOWN)) : List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (reply.refusedCallbacks() > 0) {
            findings.add(Finding.of(FindingCode.CALLBACK_REFUSED));
        }
        Optional<Feedback> feedback = feedback(reply);
        if (feedback.isEmpty() && !reply.step().mayBeAnsweredLater()) {
            findings.add(Finding.of(FindingCode.NO_CALLBACK));
        }
        feedback.ifPresent(said -> findings.addAll(ofFeedback(reply, said)));
        return findings;
    }

    /** What the institution said, in its answer or a callback. */
    public static Optional<Feedback> feedback(Reply reply) {
        return reply.exchange().outcome() instanceof Outcome.Answered answered
                ? Optional.of(answered.feedback())
                : reply.calledBack();
    }

    private static List<Finding> ofNoAnswer(Reply reply, NoAnswer noAnswer) {
        Optional<HttpMessage> answer = reply.exchange().answer();
        if (noAnswer.equals(NoAnswer.TIMEOUT)) {
            return List.of(
                    new Finding(FindingCode.NO_ANSWER_IN_TIME, reply.timeout().toString()));
        }
        if (noAnswer.equals(NoAnswer.RESET)) {
            return List.of(Finding.of(FindingCode.CONNECTION_LOST));
        }
        if (noAnswer.equals(NoAnswer.TOO_LARGE)) {
            return List.of(Finding.of(FindingCode.TOO_LARGE));
        }
        if (noAnswer.equals(NoAnswer.CLOCK_REFUSED)) {
            return List.of(Finding.of(FindingCode.TIME_REFUSED));
        }
        if (noAnswer.equals(NoAnswer.WRONG_APPLICATION_ID)) {
            return List.of(Finding.of(FindingCode.WRONG_APPLICATION_ID));
        }
        if (noAnswer.equals(NoAnswer.GARBAGE)) {
            return List.of(
                    answer.filter(message -> message.body().isBlank()).isPresent()
                            ? Finding.of(FindingCode.EMPTY_BODY)
                            : new Finding(
                                    FindingCode.NOT_JSON,
                                    answer.flatMap(message -> message.header("content-type"))
                                            .orElse("")));
        }
        if (noAnswer.equals(NoAnswer.INVALID_FEEDBACK)) {
            return reply.exchange().unreadable().stream()
                    .map(violation -> new Finding(FindingCode.FIELD, violation.inWords()))
                    .toList();
        }
        return List.of(ofStatus(noAnswer, answer));
    }

    private static Finding ofStatus(NoAnswer noAnswer, Optional<HttpMessage> answer) {
        String status = noAnswer.reason().substring(noAnswer.reason().indexOf('_') + 1);
        if (noAnswer.equals(NoAnswer.ofStatus(UNAUTHORIZED))) {
            return Finding.of(FindingCode.SIGNATURE_REFUSED);
        }
        return status.startsWith("3")
                ? new Finding(
                        FindingCode.REDIRECT,
                        status
                                + answer.flatMap(message -> message.header("location"))
                                        .map(location -> " " + location)
                                        .orElse(""))
                : new Finding(FindingCode.UNEXPECTED_STATUS, status);
    }

    private static List<Finding> ofFeedback(Reply reply, Feedback said) {
        List<Finding> findings = new ArrayList<>();
        OrderKind kind = kind(reply.step());
        Stream.concat(said.unreadable().stream(), said.missingFields(kind).stream())
                .map(violation -> new Finding(FindingCode.FIELD, violation.inWords()))
                .forEach(findings::add);
        String code = said.resultCode().value();
        if (said.resultCode().meaning() == ResultCode.Meaning.MANUAL && !FOR_A_PERSON.contains(code)) {
            findings.add(new Finding(FindingCode.UNKNOWN_RESULT_CODE, code));
        }
        switch (reply.step()) {
            case STOP -> findings.addAll(ofStop(reply, said));
            case INQUIRY -> reply.toStop().ifPresent(first -> findings.addAll(differences(first, said)));
            case FREEZE -> findings.addAll(ofFreeze(reply, said));
            case FREEZE_CHANGE, REFUND -> {
                if (said.resultCode().meaning() != ResultCode.Meaning.IN_EFFECT) {
                    findings.add(new Finding(FindingCode.NOT_CARRIED_OUT, code));
                }
            }
            case EXTENSION, LIFT, FREEZE_RENEWAL, FREEZE_LIFT -> {
                if (!said.resultCode().equals(ResultCode.OK)) {
                    findings.add(new Finding(FindingCode.NOT_CARRIED_OUT, code));
                }
            }
            case QUERY -> findings.add(new Finding(FindingCode.QUERY_NOT_ANSWERED, code));
        }
        return findings;
    }

    private static OrderKind kind(TrialStep step) {
        return switch (step) {
            case STOP -> OrderKind.STOP;
            case FREEZE, FREEZE_CHANGE -> OrderKind.FREEZE;
            case REFUND -> OrderKind.REFUND;
            case INQUIRY, EXTENSION, LIFT, FREEZE_RENEWAL, FREEZE_LIFT, QUERY -> OrderKind.ANY;
        };
    }

    private static List<Finding> ofFreeze(Reply reply, Feedback said) {
        if (said.resultCode().meaning() != ResultCode.Meaning.IN_EFFECT) {
            return List.of(new Finding(FindingCode.NOT_FROZEN, said.resultCode().value()));
        }
        return said.freeze().flatMap(FreezeStatus::frozenAt).map(at -> ofMoment("frozenAt", at, reply)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> ofStop(Reply reply, Feedback said) {
        if (said.resultCode().meaning() != ResultCode.Meaning.IN_EFFECT) {
            return List.of(
                    new Finding(FindingCode.NOT_STOPPED, said.resultCode().value()));
        }
        return said.stoppedAt().map(at -> ofMoment("stoppedAt", at, reply)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> ofMoment(String field, Instant at, Reply reply) {
        return Duration.between(reply.appliedAt(), at).abs().compareTo(CLOCK_TOLERANCE) <= 0
                ? List.of()
                : List.of(new Finding(
                        FindingCode.STOP_TIME,
                        field + ": " + at + " (expected: within ten minutes of " + reply.appliedAt() + ")"));
    }

    /** An inquiry repeats what was said to the stop; of bookings it may have more. */
    private static List<Finding> differences(Feedback first, Feedback now) {
        List<Finding> findings = new ArrayList<>();
        compare("resultCode", first.resultCode(), now.resultCode(), findings);
        first.stoppedAt()
                .ifPresent(at -> compare(
                        "stoppedAt", at, now.stoppedAt().map(Object.class::cast).orElse("none"), findings));
        first.balance()
                .ifPresent(held -> compare(
                        "balanceFen",
                        held.fen(),
                        now.balance().map(sum -> (Object) sum.fen()).orElse("none"),
                        findings));
        return findings;
    }

    private static void compare(String field, Object first, Object now, List<Finding> findings) {
        if (!first.equals(now)) {
            findings.add(new Finding(FindingCode.OTHER_ANSWER, field + ": " + now + " (expected: " + first + ")"));
        }
    }
}
