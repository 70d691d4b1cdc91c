package org.stoppayment.gateway.banks.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.Json;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.queries.domain.AccountBalance;
import org.stoppayment.gateway.queries.domain.AccountHolder;
import org.stoppayment.gateway.queries.domain.AccountTransactions;
import org.stoppayment.gateway.queries.domain.AccountWatch;
import org.stoppayment.gateway.queries.domain.HolderAccounts;
import org.stoppayment.gateway.queries.domain.QueryAnswer;
import org.stoppayment.gateway.queries.domain.QueryAnswer.Parts;
import org.stoppayment.gateway.queries.domain.QueryKind;
import org.stoppayment.gateway.queries.domain.WatchReport;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/**
 * Reads the contract's {@code QueryAnswer} from an answer or a callback. Unknown fields are ignored. Without its application id or its
 * result code an answer says nothing. Any other field that is required and missing, or cannot be read, is left out and listed.
 */
public final class QueryAnswerJson {

    private final FieldReader fields;
    private final Optional<QueryKind> asked;
    private final ElementReader elements = new ElementReader();

    private QueryAnswerJson(FieldReader fields, Optional<QueryKind> asked) {
        this.fields = fields;
        this.asked = asked;
    }

    /**
     * The answer in {@code body}, as far as it can be read.
     *
     * @param asked kind of the query; empty when it is unknown, as it is for a callback: then every part is read
     * @throws InvalidInput with all violations, when the application id or the result code cannot be read
     */
    public static QueryAnswer read(byte[] body, Optional<QueryKind> asked) {
        return new QueryAnswerJson(FieldReader.ofMessage(Json.object(body)), asked).answer();
    }

    private QueryAnswer answer() {
        Optional<ApplicationId> id = FeedbackJson.applicationId(fields);
        Optional<ResultCode> code = FeedbackJson.resultCode(fields);
        boolean hasResult = fields.violations().isEmpty();
        boolean isAnswered = code.filter(ResultCode.OK::equals).isPresent();
        Optional<String> number = (isAnswered ? fields.required("accountNumber") : fields.optional("accountNumber"))
                .text(1, AccountNumber.MAX_CHARACTERS);
        Optional<Instant> asOf = (isAnswered ? fields.required("asOf") : fields.optional("asOf")).momentWithAnyOffset();
        List<String> mismatched = FeedbackJson.mismatched(fields);
        boolean complete = FeedbackJson.complete(fields);
        Parts parts = isAnswered ? parts() : Parts.NONE;
        List<Violation> unreadable = Stream.concat(fields.violations().stream(), elements.unreadable().stream())
                .limit(ContractLimits.MAX_NAMED)
                .toList();
        if (!hasResult) {
            throw new InvalidInput(unreadable);
        }
        return new QueryAnswer(
                id.orElseThrow(), code.orElseThrow(), number, asOf, mismatched, complete, parts, unreadable);
    }

    private Parts parts() {
        HolderJson holders = new HolderJson(elements);
        AccountBookingJson bookings = new AccountBookingJson(elements);
        return new Parts(
                part("holder", QueryKind.HOLDER, HolderJson::holder, AccountHolder.UNKNOWN),
                part("balance", QueryKind.BALANCE, holders::balance, AccountBalance.UNKNOWN),
                part("transactions", QueryKind.TRANSACTIONS, bookings::transactions, AccountTransactions.UNKNOWN),
                part("accounts", QueryKind.ACCOUNTS, holders::accounts, HolderAccounts.UNKNOWN),
                part("watch", QueryKind.WATCH, AccountBookingJson::watch, AccountWatch.UNKNOWN),
                asked.isEmpty() ? read("report", bookings::report, WatchReport.UNKNOWN) : Optional.empty());
    }

    /** The part that answers queries of this kind. It is required of them, and not read from the answer to another. */
    private <T> Optional<T> part(String name, QueryKind kind, Function<FieldReader, T> reader, T unknown) {
        if (asked.filter(kind::equals).isPresent() && !fields.has(name)) {
            fields.required(name).object(); // names it as missing
            return Optional.empty();
        }
        return asked.isEmpty() || asked.get() == kind ? read(name, reader, unknown) : Optional.empty();
    }

    /** Also when nothing of it can be read: then the answer has this part all the same. */
    private <T> Optional<T> read(String name, Function<FieldReader, T> reader, T unknown) {
        return fields.has(name)
                ? Optional.of(fields.optional(name).object().map(reader).orElse(unknown))
                : Optional.empty();
    }
}
