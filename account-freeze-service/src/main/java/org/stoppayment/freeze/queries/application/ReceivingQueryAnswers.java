package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.QueryAnswer;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.ServiceException;

/** Takes what institutions call back with about queries. */
@ApplicationScoped
public class ReceivingQueryAnswers {

    private final Queries queries;
    private final RecordingQueries recording;
    private final SendingQueries sending;

    ReceivingQueryAnswers(Queries queries, RecordingQueries recording, SendingQueries sending) {
        this.queries = queries;
        this.recording = recording;
        this.sending = sending;
    }

    /**
     * An answer that is durable.
     *
     * @param replayed true when it changed nothing
     * @param missing parts that it must have and lacks
     */
    public record Received(boolean replayed, List<String> missing) {}

    /**
     * Ends once the answer is durable. Fails with {@link ServiceException.NotFound} when no such query was sent to the institution, and
     * with {@link ServiceException.InvalidInput} when the answer is about another account.
     */
    public Uni<Received> receive(String institutionCode, QueryAnswer answer) {
        return queries.find(answer.id())
                .map(found -> requireSentTo(institutionCode, found, answer))
                .chain(query -> recording
                        .record(query, answer)
                        .invoke(changed -> changed.flatMap(Queries.Changed::nextPage)
                                .ifPresent(next -> sending.begin(next, sending.endOfLease())))
                        .map(changed -> new Received(changed.isEmpty(), answer.missing(query.kind()))));
    }

    private AccountQuery requireSentTo(String institutionCode, Optional<AccountQuery> found, QueryAnswer answer) {
        AccountQuery query = found.filter(
                        one -> one.application().account().institutionCode().equals(institutionCode))
                .orElseThrow(() -> new ServiceException.NotFound(
                        "applicationId", answer.id().toString()));
        if (answer.isAboutAnother(query.application().account().number())) {
            throw new ServiceException.InvalidInput(
                    "accountNumber",
                    "OTHER_ACCOUNT",
                    "value: " + Masking.mask(answer.accountNumber()) + " (expected: the account of the query)");
        }
        return query;
    }
}
