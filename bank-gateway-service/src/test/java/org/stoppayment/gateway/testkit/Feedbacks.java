package org.stoppayment.gateway.testkit;

/** Feedback in JSON. */
public final class Feedbacks {

    private Feedbacks() {}

    /** A stop in effect; a part of the money was moved on. */
    public static String stopped(String id) {
        return """
                {"applicationId": "%s", "resultCode": "0000", "stoppedAt": "2026-03-01T08:01:02.500Z",
                 "balanceFen": 6000000, "complete": false, "aFieldOfTheFuture": {"x": 1},
                 "outflows": [{"serial": "F-1", "kind": "TRANSFER", "amountFen": 8000000,
                   "bookedAt": "2026-03-01T16:00:30+08:00", "sequence": 7,
                   "payee": {"institutionCode": "103100000026", "number": "6228480000000000015", "name": "李四",
                     "kind": "BANK_PERSONAL"}},
                  {"serial": "F-2", "kind": "CASH", "amountFen": 100, "bookedAt": "2026-03-01T08:00:40Z"}],
                 "inflows": [{"serial": "F-0", "amountFen": 14000000, "bookedAt": "2026-03-01T08:00:00Z",
                   "payer": {"number": "6228480000000000023", "name": "赵六"}}]}""".formatted(id);
    }

    /** A stop in effect with these bookings, given as the elements of JSON arrays. */
    public static String withBookings(String id, String outflows, String inflows) {
        return """
                {"applicationId": "%s", "resultCode": "0000", "stoppedAt": "2026-03-01T08:01:02Z", "balanceFen": 6000000,
                 "outflows": [%s], "inflows": [%s]}""".formatted(id, outflows, inflows);
    }

    /** Feedback with only a result code. */
    public static String code(String id, String resultCode) {
        return "{\"applicationId\": \"%s\", \"resultCode\": \"%s\"}".formatted(id, resultCode);
    }
}
