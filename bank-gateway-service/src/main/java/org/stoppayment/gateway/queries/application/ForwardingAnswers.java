package org.stoppayment.gateway.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stoppayment.gateway.feedback.application.FeedbackIncomplete;
import org.stoppayment.gateway.queries.domain.QueryAnswer;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.Violation;

/** Forwards the answer of a callback; completes once the answer is durable. */
@ApplicationScoped
public class ForwardingAnswers {

    private final QueryAnswerSink sink;

    ForwardingAnswers(QueryAnswerSink sink) {
        this.sink = sink;
    }

    /**
     * Forwards the answer; the caller has verified that {@code from} signed it. What can be read is recorded in any case; fails with
     * {@link FeedbackIncomplete} after that when the institution must correct something.
     */
    public Uni<Void> forward(InstitutionCode from, QueryAnswer answer) {
        return sink.record(from, answer)
                .map(missing -> toCorrect(answer, missing))
                .chain(toCorrect -> toCorrect.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new FeedbackIncomplete(toCorrect)));
    }

    private static List<Violation> toCorrect(QueryAnswer answer, List<String> missing) {
        Set<String> named = new HashSet<>();
        return Stream.concat(
                        answer.unreadable().stream(),
                        missing.stream()
                                .map(field -> new Violation(field, "REQUIRED", field + ": none (expected: a value)")))
                .filter(violation -> named.add(violation.field()))
                .toList();
    }
}
