package org.stoppayment.gateway.testkit;

import com.google.protobuf.Timestamp;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.gateway.v1.EmergencyBasis;
import org.stoppayment.proto.gateway.v1.InquireQueryRequest;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;

/** Queries, and what institutions answer. */
public final class Queries {

    private static final String CASE = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final long APPLIED = 1_772_420_400; // 2026-03-02T03:00:00Z
    private static final long SINCE = 1_772_352_000; // 2026-03-01T08:00:00Z
    private static final long UNTIL = 1_772_524_861; // 2026-03-03T08:01:01Z

    private Queries() {}

    /** A query without the fields of its kind, before the case is filed. */
    public static SendQueryRequest.Builder of(QueryKind kind, String institution, String id) {
        return SendQueryRequest.newBuilder()
                .setApplicationId(id)
                .setCaseId(CASE)
                .setInstitutionCode(institution)
                .setAccount(account())
                .setKind(kind)
                .setEmergency(
                        EmergencyBasis.newBuilder().setOrganisation("110 desk").setReportedAt(moment(SINCE)))
                .setReason("FAKE_LOAN")
                .setAppliedAt(moment(APPLIED))
                .setOperator(Operator.newBuilder()
                        .setOrganisation("anti-fraud centre")
                        .setBadgeNumber("100234"));
    }

    /** A query with the fields of its kind. */
    public static SendQueryRequest whole(QueryKind kind, String institution, String id) {
        SendQueryRequest.Builder query = of(kind, institution, id);
        return switch (kind) {
            case QUERY_KIND_TRANSACTIONS -> query.setSince(moment(SINCE)).build();
            case QUERY_KIND_WATCH -> query.setUntil(moment(UNTIL)).build();
            case QUERY_KIND_WATCH_END ->
                query.setOriginalApplicationId("watch-1").build();
            default -> query.build();
        };
    }

    /** A query once the case is filed. */
    public static SendQueryRequest filed(QueryKind kind, String institution, String id) {
        return whole(kind, institution, id).toBuilder()
                .setLegalBasis(Freezes.limited(institution, id).getLegalBasis())
                .build();
    }

    /** An inquiry about a query. */
    public static InquireQueryRequest inquiry(QueryKind kind, String institution, String id) {
        return InquireQueryRequest.newBuilder()
                .setApplicationId(id)
                .setInstitutionCode(institution)
                .setAccount(account())
                .setKind(kind)
                .build();
    }

    /** An answer with 0000 about the account of every query, and with these further fields. */
    public static String answer(String id, String fields) {
        return answerAbout(Gateway.ACCOUNT_NUMBER, id, fields);
    }

    /** The same about another account. */
    public static String answerAbout(String number, String id, String fields) {
        return """
                {"applicationId": "%s", "resultCode": "0000", "accountNumber": "%s", "asOf": "2026-03-02T03:00:01Z",
                 "aFieldOfTheFuture": 1, %s}""".formatted(id, number, fields);
    }

    /** The field {@code holder}. */
    public static String holder() {
        return """
                "holder": {"name": "张三丰", "kind": "BANK_PERSONAL", "idDocumentType": "RESIDENT_ID",
                 "idDocumentNumber": "1101**********002X", "openedAt": "2025-12-11T02:14:00Z", "state": "STOPPED",
                 "phone": "13800000018"}""";
    }

    /** The field {@code balance}. */
    public static String balance() {
        return """
                "balance": {"balanceFen": 6000000, "availableFen": 0, "holds": [
                 {"kind": "STOP", "authority": "city police", "amountFen": 6.0E+6, "since": "2026-03-01T16:01:01+0800"},
                 {"kind": "FULL_FREEZE", "authority": "a court"}]}""";
    }

    /** A booking into the account. */
    public static String booking(String serial, long amountFen) {
        return """
                {"serial": "%s", "direction": "IN", "kind": "TRANSFER", "amountFen": %d, "bookedAt": "2026-03-01T08:00:20Z",
                 "sequence": 7, "counterparty": {"number": "6228480000000000015", "name": "李四"},
                 "balanceAfterFen": 14000000}""".formatted(serial, amountFen);
    }

    /** A booking out of the account that lacks its amount. */
    public static String halfBooking(String serial) {
        return """
                {"serial": "%s", "direction": "OUT", "kind": "CASH", "bookedAt": "2026-03-01T08:00:20Z"}""".formatted(serial);
    }

    /** The field {@code report}. */
    public static String report(long sequence, String bookings) {
        return "\"report\": {\"sequence\": %d, \"bookings\": [%s], \"balanceFen\": 6500000}"
                .formatted(sequence, bookings);
    }

    private static Account account() {
        return Account.newBuilder()
                .setName(Gateway.ACCOUNT_NAME)
                .setNumber(Gateway.ACCOUNT_NUMBER)
                .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL)
                .build();
    }

    private static Timestamp moment(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds).build();
    }
}
