package org.stoppayment.freeze.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.freeze.testkit.QueryBank.Asked;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.AccountBalance;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.AccountHolder;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.AccountWatch;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.BookingKind;
import org.stoppayment.proto.gateway.v1.HolderAccount;
import org.stoppayment.proto.gateway.v1.HolderAccounts;
import org.stoppayment.proto.gateway.v1.InquireQueryRequest;
import org.stoppayment.proto.gateway.v1.QueryAnswer;
import org.stoppayment.proto.gateway.v1.QueryOutcome;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;

/**
 * What the bank behind the fake gateway answers to queries about an account: each message takes the next step, the last step stays.
 * Without a script it answers what is asked, and knows of no query that it is asked about.
 */
public final class QueryDesk {

    public static final String DOCUMENT = "310101199001011234";
    public static final String PHONE = "13800000018";

    private final Set<String> connected;
    private final List<SendQueryRequest> sends = new CopyOnWriteArrayList<>();
    private final List<InquireQueryRequest> inquiries = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<QueryBank>> onQuery = new ConcurrentHashMap<>();
    private final Map<String, Deque<QueryBank>> onInquiry = new ConcurrentHashMap<>();
    private volatile InstantSource clock = () -> Instant.EPOCH;

    QueryDesk(Set<String> connected) {
        this.connected = connected;
    }

    void reset(InstantSource newClock) {
        sends.clear();
        inquiries.clear();
        onQuery.clear();
        onInquiry.clear();
        clock = newClock;
    }

    /** What the bank says to queries about the account, one after the other. */
    public void onQuery(Account account, QueryBank... steps) {
        onQuery.put(account.getNumber(), new ArrayDeque<>(Arrays.asList(steps)));
    }

    /** What the bank says when it is asked about a query about the account. */
    public void onInquiry(Account account, QueryBank... steps) {
        onInquiry.put(account.getNumber(), new ArrayDeque<>(Arrays.asList(steps)));
    }

    public List<SendQueryRequest> sends() {
        return List.copyOf(sends);
    }

    public List<InquireQueryRequest> inquiries() {
        return List.copyOf(inquiries);
    }

    /** The bank answers what is asked. */
    public QueryBank answers() {
        return QueryBank.says(this::answer);
    }

    /** An answer with all that is asked; bookings and accounts are none but the account itself. */
    public QueryAnswer.Builder answer(Asked asked) {
        QueryAnswer.Builder answer = done(asked);
        switch (asked.kind()) {
            case QUERY_KIND_HOLDER ->
                answer.setHolder(AccountHolder.newBuilder()
                        .setName(Report.NAME)
                        .setIdDocumentNumber(DOCUMENT)
                        .setPhone(PHONE));
            case QUERY_KIND_BALANCE ->
                answer.setBalance(AccountBalance.newBuilder().setBalanceFen(500_000));
            case QUERY_KIND_TRANSACTIONS -> answer.setTransactions(AccountTransactions.getDefaultInstance());
            case QUERY_KIND_ACCOUNTS ->
                answer.setAccounts(HolderAccounts.newBuilder()
                        .addAccounts(HolderAccount.newBuilder().setNumber(asked.accountNumber())));
            case QUERY_KIND_WATCH ->
                answer.setWatch(AccountWatch.newBuilder()
                        .setStartedAt(Outcomes.timestamp(clock.instant()))
                        .setReports(0));
            default -> {}
        }
        return answer;
    }

    /** An answer without any part. */
    public QueryAnswer.Builder done(Asked asked) {
        return QueryAnswer.newBuilder()
                .setApplicationId(asked.id())
                .setResultCode("0000")
                .setAccountNumber(asked.accountNumber())
                .setAsOf(Outcomes.timestamp(clock.instant()))
                .setComplete(true);
    }

    /** The bank tells these bookings. */
    public QueryBank tells(AccountBooking.Builder... bookings) {
        return tellsPage("", bookings);
    }

    /** The bank tells these bookings, and that more follow on the page {@code nextToken}. */
    public QueryBank tellsPage(String nextToken, AccountBooking.Builder... bookings) {
        return QueryBank.says(asked -> done(asked).setTransactions(statement(nextToken, bookings)));
    }

    private static AccountTransactions.Builder statement(String nextToken, AccountBooking.Builder... bookings) {
        AccountTransactions.Builder statement = AccountTransactions.newBuilder().setNextPageToken(nextToken);
        Arrays.stream(bookings).forEach(statement::addBookings);
        return statement;
    }

    /** A transfer out of the account. */
    public static AccountBooking.Builder out(String serial, long fen, Account payee, Instant at) {
        return booking(serial, fen, at)
                .setDirection(BookingDirection.BOOKING_DIRECTION_OUT)
                .setCounterparty(payee);
    }

    /** A transfer into the account. */
    public static AccountBooking.Builder in(String serial, long fen, Account payer, Instant at) {
        return booking(serial, fen, at)
                .setDirection(BookingDirection.BOOKING_DIRECTION_IN)
                .setCounterparty(payer);
    }

    private static AccountBooking.Builder booking(String serial, long fen, Instant at) {
        return AccountBooking.newBuilder()
                .setSerial(serial)
                .setKind(BookingKind.BOOKING_KIND_TRANSFER)
                .setAmountFen(fen)
                .setBookedAt(Outcomes.timestamp(at));
    }

    CompletionStage<QueryOutcome> take(SendQueryRequest query) {
        if (!connected.contains(query.getInstitutionCode())) {
            return QueryBank.isUnknown().take(asked(query));
        }
        sends.add(query);
        return next(onQuery, query.getAccount(), answers()).take(asked(query));
    }

    CompletionStage<QueryOutcome> take(InquireQueryRequest inquiry) {
        inquiries.add(inquiry);
        return next(onInquiry, inquiry.getAccount(), QueryBank.knowsNothing())
                .take(new Asked(inquiry.getApplicationId(), inquiry.getAccount().getNumber(), inquiry.getKind()));
    }

    /** A query as it was sent. */
    public static Asked asked(SendQueryRequest query) {
        return new Asked(query.getApplicationId(), query.getAccount().getNumber(), query.getKind());
    }

    private static QueryBank next(Map<String, Deque<QueryBank>> scripts, Account account, QueryBank unscripted) {
        Deque<QueryBank> script = scripts.get(account.getNumber());
        if (script == null) {
            return unscripted;
        }
        synchronized (script) {
            return script.size() > 1 ? script.poll() : script.peek();
        }
    }
}
