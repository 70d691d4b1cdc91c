package org.stoppayment.gateway.trial.domain;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.queries.domain.QueryAnswer;
import org.stoppayment.kernel.ResultCode;

/** What is wrong with the answer to the query of a trial; the rules are in docs/bank/README.md, A query. */
public final class QueryReview {

    private static final String BALANCE = "balance: none (expected: what is on the account, with resultCode 0000)";
    private static final String NUMBER =
            "accountNumber: none (expected: the account of the query, with resultCode 0000)";

    private QueryReview() {}

    /** Everything that is wrong; empty when nothing is. */
    public static List<Finding> of(Reply reply) {
        Outcome outcome = reply.exchange().outcome();
        if (outcome instanceof Outcome.Replied replied) {
            return ofAnswer(replied.answer());
        }
        return outcome instanceof Outcome.Accepted
                ? List.of(Finding.of(FindingCode.NO_CALLBACK))
                : ReplyReview.of(reply);
    }

    private static List<Finding> ofAnswer(QueryAnswer answer) {
        if (!answer.resultCode().equals(ResultCode.OK)) {
            return List.of(new Finding(
                    FindingCode.QUERY_NOT_ANSWERED, answer.resultCode().value()));
        }
        List<Finding> findings = new ArrayList<>();
        answer.unreadable().forEach(violation -> findings.add(new Finding(FindingCode.FIELD, violation.inWords())));
        if (answer.accountNumber().isEmpty()) {
            findings.add(new Finding(FindingCode.FIELD, NUMBER));
        }
        if (answer.parts().balance().isEmpty()) {
            findings.add(new Finding(FindingCode.FIELD, BALANCE));
        }
        return findings;
    }
}
