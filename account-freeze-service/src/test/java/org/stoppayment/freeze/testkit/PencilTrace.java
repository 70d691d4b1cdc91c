package org.stoppayment.freeze.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.tracing.SlowReference;
import org.stoppayment.freeze.domain.tracing.TaintSweep.Booking;

/** What the books of a case must be, worked out slowly from all that was ever reported and booked, as one would on paper. */
public final class PencilTrace {

    private static final Duration TOLERANCE = Duration.ofMinutes(10);
    private static final String CORRECTED =
            " AND NOT EXISTS (SELECT FROM reported_transfer n WHERE n.corrects = t.transfer_id)";

    private record Told(String id, AccountRef.Key account, long fen, Instant at, String serial) {}

    private record Credit(AccountRef.Key account, String serial, long fen, Instant at) {}

    private record Outflow(Booking booking, String kind) {}

    private final List<Told> told;
    private final List<Credit> credits;
    private final List<Outflow> outflows;
    private final SlowReference money;

    private PencilTrace(List<Told> told, List<Credit> credits, List<Outflow> outflows) {
        this.told = told;
        this.credits = credits;
        this.outflows = outflows;
        List<Booking> all = new ArrayList<>(reported());
        outflows.forEach(outflow -> all.add(outflow.booking()));
        money = SlowReference.over(all);
    }

    public static PencilTrace of(Database database, String caseId) {
        return new PencilTrace(
                database
                        .rows(
                                "SELECT transfer_id, institution_code, account_number, amount_fen, "
                                        + utc("transferred_at") + ", serial FROM reported_transfer t"
                                        + " WHERE case_id = ?::uuid" + CORRECTED
                                        + " ORDER BY transferred_at, transfer_id",
                                caseId)
                        .stream()
                        .map(r -> new Told(r.get(0), key(r.get(1), r.get(2)), fen(r.get(3)), at(r.get(4)), r.get(5)))
                        .toList(),
                database
                        .rows("SELECT institution_code, account_number, serial, amount_fen, " + utc("booked_at")
                                + " FROM inflow ORDER BY booked_at, serial")
                        .stream()
                        .map(r -> new Credit(key(r.get(0), r.get(1)), r.get(2), fen(r.get(3)), at(r.get(4))))
                        .toList(),
                database
                        .rows("SELECT institution_code, account_number, serial, amount_fen, " + utc("booked_at")
                                + ", sequence, kind, payee_institution_code, payee_number FROM outflow")
                        .stream()
                        .map(PencilTrace::outflow)
                        .toList());
    }

    private static Outflow outflow(List<String> row) {
        boolean onward = row.get(6).equals("TRANSFER");
        return new Outflow(
                new Booking(
                        key(row.get(0), row.get(1)),
                        row.get(2),
                        at(row.get(4)),
                        fen(row.get(5)),
                        fen(row.get(3)),
                        Optional.empty(),
                        onward ? Optional.of(key(row.get(7), row.get(8))) : Optional.empty()),
                row.get(6));
    }

    private List<Booking> reported() {
        Set<Credit> used = new HashSet<>();
        Map<String, Instant> moments = new HashMap<>();
        for (Told one : told) {
            match(one, used, true).ifPresent(credit -> moments.put(one.id(), credit.at()));
        }
        List<Booking> bookings = new ArrayList<>();
        for (Told one : told) {
            Instant moment = moments.get(one.id());
            if (moment == null) {
                moment = match(one, used, false).map(Credit::at).orElse(one.at().minus(TOLERANCE));
            }
            bookings.add(SlowReference.reported(one.account(), one.id(), moment, one.fen()));
        }
        return bookings;
    }

    private Optional<Credit> match(Told transfer, Set<Credit> used, boolean bySerial) {
        Credit best = null;
        for (Credit credit : credits) {
            long away = Math.abs(Duration.between(credit.at(), transfer.at()).toSeconds());
            boolean fits = credit.account().equals(transfer.account())
                    && credit.fen() == transfer.fen()
                    && away <= TOLERANCE.toSeconds()
                    && !used.contains(credit)
                    && (!bySerial || credit.serial().equals(transfer.serial()));
            if (fits
                    && (best == null
                            || away
                                    < Math.abs(Duration.between(best.at(), transfer.at())
                                            .toSeconds()))) {
                best = credit;
            }
        }
        if (best != null) {
            used.add(best);
        }
        return Optional.ofNullable(best);
    }

    /** Tainted sum and level by account and serial, of all that carried something. */
    public Map<String, String> transfers() {
        Map<String, String> carried = new TreeMap<>();
        for (Outflow outflow : outflows) {
            Booking booking = outflow.booking();
            if (money.tainted().containsKey(booking)) {
                carried.put(
                        name(booking.payer()) + " " + booking.serial(),
                        money.tainted().get(booking) + " at " + money.levels().get(booking));
            }
        }
        return carried;
    }

    /** Reported, received, onward, cash, merchant of each account that the money reached. */
    public Map<String, List<Long>> books() {
        Map<String, List<Long>> books = new TreeMap<>();
        told.forEach(one -> add(books, one.account(), 0, one.fen()));
        for (Outflow outflow : outflows) {
            long carried = money.tainted().getOrDefault(outflow.booking(), 0L);
            if (carried > 0) {
                int column = List.of("TRANSFER", "CASH", "MERCHANT").indexOf(outflow.kind());
                add(books, outflow.booking().payer(), 2 + column, carried);
                outflow.booking().payee().ifPresent(payee -> add(books, payee, 1, carried));
            }
        }
        return books;
    }

    private static void add(Map<String, List<Long>> books, AccountRef.Key account, int column, long fen) {
        List<Long> sums = books.computeIfAbsent(name(account), key -> new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L)));
        sums.set(column, sums.get(column) + fen);
    }

    private static String name(AccountRef.Key account) {
        return account.institutionCode() + " " + account.number();
    }

    private static AccountRef.Key key(String institutionCode, String number) {
        return new AccountRef.Key(institutionCode, number);
    }

    private static long fen(String text) {
        return Long.parseLong(text);
    }

    private static String utc(String column) {
        return "to_json(" + column + ") #>> '{}'";
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
