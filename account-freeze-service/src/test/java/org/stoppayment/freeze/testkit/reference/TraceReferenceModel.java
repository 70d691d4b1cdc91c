package org.stoppayment.freeze.testkit.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.testkit.Database;
import org.stoppayment.freeze.tracing.domain.TaintPropagation.Booking;
import org.stoppayment.freeze.tracing.domain.TaintReferenceModel;

/** What the books of a case must be, worked out slowly from all that was ever reported and booked, as one would on paper. */
public final class TraceReferenceModel {

    private static final Duration TOLERANCE = Duration.ofMinutes(10);
    private static final String CORRECTED =
            " AND NOT EXISTS (SELECT FROM reported_transfer n WHERE n.corrects = t.transfer_id)";

    private record Told(String id, AccountRef.Key account, long fen, Instant at, String serial) {}

    private record Credit(AccountRef.Key account, String serial, int ordinal, long fen, Instant at) {}

    /** An outflow; {@code kind} is RESTORED for money that comes back to the case's victim. */
    private record Outflow(Booking booking, String kind) {}

    private final List<Told> told;
    private final List<Credit> credits;
    private final List<Outflow> outflows;
    private final TaintReferenceModel money;

    private TraceReferenceModel(List<Told> told, List<Credit> credits, List<Outflow> outflows) {
        this.told = told;
        this.credits = credits;
        this.outflows = outflows;
        List<Booking> all = new ArrayList<>(reported());
        outflows.forEach(outflow -> all.add(outflow.booking()));
        money = TaintReferenceModel.over(all);
    }

    /** What is in the database of a case. */
    public static TraceReferenceModel of(Database database, String caseId) {
        Set<String> payers =
                database.rows("SELECT account_number FROM named_payer WHERE case_id = ?::uuid", caseId).stream()
                        .map(row -> row.get(0))
                        .collect(Collectors.toSet());
        return new TraceReferenceModel(
                database
                        .rows(
                                "SELECT transfer_id, institution_code, account_number, amount_fen, "
                                        + utc("transferred_at") + ", serial FROM reported_transfer t"
                                        + " WHERE case_id = ?::uuid AND account_number <> ''" + CORRECTED
                                        + " ORDER BY transferred_at, transfer_id",
                                caseId)
                        .stream()
                        .map(r -> new Told(r.get(0), key(r.get(1), r.get(2)), fen(r.get(3)), at(r.get(4)), r.get(5)))
                        .toList(),
                database
                        .rows("SELECT institution_code, account_number, serial, amount_fen, " + utc("booked_at")
                                + ", ordinal FROM inflow ORDER BY booked_at, serial, ordinal")
                        .stream()
                        .map(r -> new Credit(
                                key(r.get(0), r.get(1)),
                                r.get(2),
                                Integer.parseInt(r.get(5)),
                                fen(r.get(3)),
                                at(r.get(4))))
                        .toList(),
                database
                        .rows("SELECT institution_code, account_number, serial, amount_fen, " + utc("booked_at")
                                + ", sequence, kind, payee_institution_code, payee_number, ordinal FROM outflow"
                                + " WHERE replaced_by IS NULL")
                        .stream()
                        .map(row -> outflow(row, payers.contains(row.get(8))))
                        .toList());
    }

    private static Outflow outflow(List<String> row, boolean isRestoring) {
        boolean onward = row.get(6).equals("TRANSFER") && !isRestoring;
        return new Outflow(
                new Booking(
                        key(row.get(0), row.get(1)),
                        row.get(2),
                        Integer.parseInt(row.get(9)),
                        at(row.get(4)),
                        fen(row.get(5)),
                        fen(row.get(3)),
                        Optional.empty(),
                        onward ? Optional.of(key(row.get(7), row.get(8))) : Optional.empty()),
                isRestoring ? "RESTORED" : row.get(6));
    }

    private List<Booking> reported() {
        Map<Told, Credit> named = new HashMap<>();
        for (Told one : told) {
            fitting(one).stream()
                    .filter(credit -> credit.serial().equals(one.serial()) && !named.containsValue(credit))
                    .findFirst()
                    .ifPresent(credit -> named.put(one, credit));
        }
        Map<Told, Credit> found = new HashMap<>();
        for (Told one : told) {
            if (!named.containsKey(one)) {
                take(one, named, found, new HashSet<>());
            }
        }
        found.putAll(named);
        return told.stream()
                .map(one -> TaintReferenceModel.reported(
                        one.account(),
                        one.id(),
                        found.containsKey(one) ? found.get(one).at() : one.at().minus(TOLERANCE),
                        one.fen()))
                .toList();
    }

    /** The nearest that nobody has; else one whose owner finds another. */
    private boolean take(Told one, Map<Told, Credit> named, Map<Told, Credit> found, Set<Credit> asked) {
        List<Credit> fitting = fitting(one);
        fitting.removeAll(named.values());
        for (Credit credit : fitting) {
            if (!found.containsValue(credit)) {
                found.put(one, credit);
                return true;
            }
        }
        for (Credit credit : fitting) {
            Told owner = told.stream()
                    .filter(other -> credit.equals(found.get(other)))
                    .findFirst()
                    .orElseThrow();
            if (asked.add(credit) && take(owner, named, found, asked)) {
                found.put(one, credit);
                return true;
            }
        }
        return false;
    }

    private List<Credit> fitting(Told one) {
        List<Credit> fitting = new ArrayList<>(credits);
        fitting.removeIf(credit -> !credit.account().equals(one.account())
                || credit.fen() != one.fen()
                || away(credit, one) > TOLERANCE.toSeconds());
        fitting.sort(Comparator.comparing(credit -> away(credit, one)));
        return fitting;
    }

    private static long away(Credit credit, Told one) {
        return Math.abs(Duration.between(credit.at(), one.at()).toSeconds());
    }

    /** Tainted sum and level by account, serial and ordinal, of all that carried something. */
    public Map<String, String> transfers() {
        Map<String, String> carried = new TreeMap<>();
        for (Outflow outflow : outflows) {
            Booking booking = outflow.booking();
            if (money.tainted().containsKey(booking)) {
                carried.put(
                        name(booking.payer()) + " " + booking.serial() + " " + booking.ordinal(),
                        money.tainted().get(booking) + " at " + money.levels().get(booking));
            }
        }
        return carried;
    }

    /** Reported, received, onward, cash, merchant, restored of each account that the money reached. */
    public Map<String, List<Long>> books() {
        Map<String, List<Long>> books = new TreeMap<>();
        told.forEach(one -> add(books, one.account(), 0, one.fen()));
        for (Outflow outflow : outflows) {
            long carried = money.tainted().getOrDefault(outflow.booking(), 0L);
            if (carried > 0) {
                int column = List.of("TRANSFER", "CASH", "MERCHANT", "RESTORED").indexOf(outflow.kind());
                add(books, outflow.booking().payer(), 2 + column, carried);
                outflow.booking().payee().ifPresent(payee -> add(books, payee, 1, carried));
            }
        }
        return books;
    }

    /** Sum in fen that came into an account. */
    public long fenInto(String account) {
        List<Long> sums = books().getOrDefault(account, List.of(0L, 0L));
        return sums.get(0) + sums.get(1);
    }

    /** Accounts that are to have an order: so much money reached them, over so few transfers. */
    public List<String> followed(long thresholdFen, int maxLevels) {
        Map<AccountRef.Key, Long> received = new HashMap<>();
        Map<AccountRef.Key, Integer> levels = new HashMap<>();
        for (Outflow outflow : outflows) {
            Booking booking = outflow.booking();
            booking.payee()
                    .filter(payee -> money.tainted().containsKey(booking))
                    .ifPresent(payee -> {
                        received.merge(payee, money.tainted().get(booking), Long::sum);
                        levels.merge(payee, money.levels().get(booking), Math::min);
                    });
        }
        told.forEach(one -> received.computeIfPresent(one.account(), (account, fen) -> fen + one.fen()));
        return received.keySet().stream()
                .filter(account -> received.get(account) >= thresholdFen && levels.get(account) <= maxLevels)
                .map(TraceReferenceModel::name)
                .toList();
    }

    private static void add(Map<String, List<Long>> books, AccountRef.Key account, int column, long fen) {
        List<Long> sums = books.computeIfAbsent(name(account), key -> new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L, 0L)));
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
