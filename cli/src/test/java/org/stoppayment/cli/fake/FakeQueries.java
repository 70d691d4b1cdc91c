package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.EndWatchRequest;
import org.stoppayment.proto.freeze.v1.EndWatchResponse;
import org.stoppayment.proto.freeze.v1.GetQueryRequest;
import org.stoppayment.proto.freeze.v1.GetQueryResponse;
import org.stoppayment.proto.freeze.v1.ListQueriesRequest;
import org.stoppayment.proto.freeze.v1.ListQueriesResponse;
import org.stoppayment.proto.freeze.v1.OrderQueryRequest;
import org.stoppayment.proto.freeze.v1.OrderQueryResponse;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryServiceGrpc;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.gateway.v1.AccountBalance;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.AccountHold;
import org.stoppayment.proto.gateway.v1.AccountHoldKind;
import org.stoppayment.proto.gateway.v1.AccountHolder;
import org.stoppayment.proto.gateway.v1.AccountState;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.AccountWatch;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.BookingKind;
import org.stoppayment.proto.gateway.v1.EmergencyBasis;
import org.stoppayment.proto.gateway.v1.HolderAccount;
import org.stoppayment.proto.gateway.v1.HolderAccounts;
import org.stoppayment.proto.gateway.v1.IdDocumentType;
import org.stoppayment.proto.gateway.v1.QueryAnswer;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.WatchReport;

/** Queries as officers see them: each is answered at the second look, unless the institution is silent. */
public final class FakeQueries extends QueryServiceGrpc.QueryServiceImplBase {

    public static final String ACCOUNT = "6222020000000000018";
    public static final String INSTITUTION = "102100099996";

    private static final long NOW = 1_788_000_000L;
    private static final String DOCUMENT = "310101199001011234";

    private final List<OrderQueryRequest> orders = new CopyOnWriteArrayList<>();
    private final List<EndWatchRequest> ends = new CopyOnWriteArrayList<>();
    private final List<GetQueryRequest> gets = new CopyOnWriteArrayList<>();
    private final List<ListQueriesRequest> lists = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile QueryKind kind = QueryKind.QUERY_KIND_HOLDER;
    private volatile boolean silent;

    /** The queries that came in. */
    public List<OrderQueryRequest> orders() {
        return List.copyOf(orders);
    }

    /** The ends of watches that came in. */
    public List<EndWatchRequest> ends() {
        return List.copyOf(ends);
    }

    /** How single queries were asked for. */
    public List<GetQueryRequest> gets() {
        return List.copyOf(gets);
    }

    /** How queries were asked for. */
    public List<ListQueriesRequest> lists() {
        return List.copyOf(lists);
    }

    /** What is shown from now on. */
    public void show(QueryKind shown) {
        kind = shown;
    }

    /** No answer comes. */
    public void fallSilent() {
        silent = true;
    }

    @Override
    public void orderQuery(OrderQueryRequest request, StreamObserver<OrderQueryResponse> caller) {
        orders.add(request);
        kind = request.getKind();
        answer(
                caller,
                OrderQueryResponse.newBuilder().setQuery(query("q1", false)).build());
    }

    @Override
    public void endWatch(EndWatchRequest request, StreamObserver<EndWatchResponse> caller) {
        ends.add(request);
        kind = QueryKind.QUERY_KIND_WATCH_END;
        answer(
                caller,
                EndWatchResponse.newBuilder().setQuery(query("q2", false)).build());
    }

    @Override
    public void getQuery(GetQueryRequest request, StreamObserver<GetQueryResponse> caller) {
        gets.add(request);
        if (request.getApplicationId().equals("none")) {
            refuse(caller, Code.NOT_FOUND, "applicationId: none");
            return;
        }
        boolean isAnswered = !silent && (orders.isEmpty() && ends.isEmpty() || looks.incrementAndGet() > 1);
        Query.Builder shown = query(request.getApplicationId(), isAnswered);
        if (!request.getUnmasked() && shown.getAnswer().hasHolder()) {
            AccountHolder.Builder holder = shown.getAnswerBuilder().getHolderBuilder();
            holder.setIdDocumentNumber(Masking.mask(DOCUMENT)).setPhone(Masking.mask(holder.getPhone()));
        }
        answer(caller, GetQueryResponse.newBuilder().setQuery(shown).build());
    }

    @Override
    public void listQueries(ListQueriesRequest request, StreamObserver<ListQueriesResponse> caller) {
        lists.add(request);
        answer(
                caller,
                ListQueriesResponse.newBuilder()
                        .addQueries(query("q1", true).clearAnswer())
                        .setNextPageToken("next")
                        .build());
    }

    private Query.Builder query(String id, boolean isAnswered) {
        Query.Builder query = Query.newBuilder()
                .setApplicationId(id)
                .setCaseId("0193a000-0000-7000-8000-0000000000c1")
                .setAccount(account(ACCOUNT, "陈小明"))
                .setKind(kind)
                .setReason("FAKE_LOAN")
                .setOperator(
                        Operator.newBuilder().setOrganisation("Shanghai police").setBadgeNumber("100234"))
                .setEmergency(EmergencyBasis.newBuilder().setOrganisation("Zhangzhou 110"))
                .setState(isAnswered ? QueryState.QUERY_STATE_ANSWERED : QueryState.QUERY_STATE_ACCEPTED)
                .setRequestedAt(moment(0));
        if (isAnswered) {
            query.setAnswer(answerOf(kind))
                    .setResultCode("0000")
                    .setAnsweredAt(moment(1))
                    .setComplete(kind != QueryKind.QUERY_KIND_ACCOUNTS);
        }
        if (kind == QueryKind.QUERY_KIND_WATCH) {
            query.setUntil(moment(100_000))
                    .setReports(1)
                    .addWatchReports(WatchReport.newBuilder().setSequence(1).addBookings(booking()));
        }
        if (kind == QueryKind.QUERY_KIND_TRANSACTIONS) {
            query.setSince(moment(-600)).setNextApplicationId("q7");
        }
        return query;
    }

    private static QueryAnswer.Builder answerOf(QueryKind kind) {
        QueryAnswer.Builder answer = QueryAnswer.newBuilder().setAccountNumber(ACCOUNT);
        switch (kind) {
            case QUERY_KIND_HOLDER ->
                answer.setHolder(AccountHolder.newBuilder()
                        .setName("陈小明")
                        .setIdDocumentType(IdDocumentType.ID_DOCUMENT_TYPE_RESIDENT_ID)
                        .setIdDocumentNumber(DOCUMENT)
                        .setPhone("13800000018")
                        .setState(AccountState.ACCOUNT_STATE_STOPPED));
            case QUERY_KIND_BALANCE ->
                answer.setBalance(AccountBalance.newBuilder()
                        .setBalanceFen(6_000_000)
                        .setAvailableFen(0)
                        .addHolds(AccountHold.newBuilder()
                                .setKind(AccountHoldKind.ACCOUNT_HOLD_KIND_STOP)
                                .setAuthority("Zhangzhou centre")
                                .setAmountFen(6_000_000)
                                .setSince(moment(0))));
            case QUERY_KIND_TRANSACTIONS ->
                answer.setTransactions(AccountTransactions.newBuilder().addBookings(booking()));
            case QUERY_KIND_ACCOUNTS ->
                answer.setAccounts(HolderAccounts.newBuilder()
                        .addAccounts(HolderAccount.newBuilder()
                                .setNumber("6222020000000000026")
                                .setState(AccountState.ACCOUNT_STATE_NORMAL)
                                .setBalanceFen(120_000)));
            case QUERY_KIND_WATCH -> answer.setWatch(AccountWatch.newBuilder().setStartedAt(moment(1)));
            default -> {}
        }
        return answer;
    }

    private static AccountBooking.Builder booking() {
        return AccountBooking.newBuilder()
                .setSerial("20260301000177")
                .setDirection(BookingDirection.BOOKING_DIRECTION_OUT)
                .setKind(BookingKind.BOOKING_KIND_TRANSFER)
                .setAmountFen(8_000_000)
                .setBookedAt(moment(-60))
                .setCounterparty(account("6217000000000000014", "王五"))
                .setBalanceAfterFen(6_000_000);
    }

    private static Account.Builder account(String number, String name) {
        return Account.newBuilder()
                .setNumber(number)
                .setInstitutionCode(INSTITUTION)
                .setName(name);
    }

    private static Timestamp moment(long after) {
        return Timestamp.newBuilder().setSeconds(NOW + after).build();
    }
}
