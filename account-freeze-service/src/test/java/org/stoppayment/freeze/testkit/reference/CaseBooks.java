package org.stoppayment.freeze.testkit.reference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stoppayment.freeze.testkit.Database;

/** What the service has written of a case's money, as {@link TraceReferenceModel} has it. */
public final class CaseBooks {

    private CaseBooks() {}

    /** Tainted sum and level by account, serial and ordinal, of all that carried something. */
    public static Map<String, String> transfers(Database database, String caseId) {
        Map<String, String> found = new TreeMap<>();
        database.rows(
                        "SELECT institution_code, account_number, serial, ordinal, tainted_fen, level FROM"
                                + " traced_transfer WHERE case_id = ?::uuid",
                        caseId)
                .forEach(row -> found.put(String.join(" ", row.subList(0, 4)), row.get(4) + " at " + row.get(5)));
        return found;
    }

    /** Reported, received, onward, cash, merchant, restored of each account that has any. */
    public static Map<String, List<Long>> sums(Database database, String caseId) {
        Map<String, List<Long>> found = new TreeMap<>();
        database.rows(
                        "SELECT institution_code, account_number, reported_fen, received_fen, onward_fen, cash_fen,"
                                + " merchant_fen, restored_fen FROM claim WHERE case_id = ?::uuid AND reported_fen + received_fen > 0",
                        caseId)
                .forEach(row -> found.put(
                        row.get(0) + " " + row.get(1),
                        row.subList(2, 8).stream().map(Long::valueOf).toList()));
        return found;
    }
}
