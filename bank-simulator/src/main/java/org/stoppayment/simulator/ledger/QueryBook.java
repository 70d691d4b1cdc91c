package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.wire.Query;
import org.stoppayment.simulator.wire.QueryAnswer;
import org.stoppayment.simulator.wire.QueryParts;

/** Answers queries from the accounts; it changes nothing. Guarded by the ledger's lock. */
final class QueryBook {

    private static final ResultCode NO_ACCOUNT = new ResultCode("0300");
    private static final ResultCode NAME_MISMATCH = new ResultCode("0301");
    private static final ResultCode WRONG_DATE = new ResultCode("0800");
    private static final String OUR_AUTHORITY = "公安机关";
    private static final String OTHER_AUTHORITY = "人民法院";

    private final Accounts accounts;
    private final Parties parties;

    QueryBook(Accounts accounts) {
        this.accounts = accounts;
        this.parties = new Parties(accounts);
    }

    /** The answer; see {@link Ledger#answer}. */
    QueryAnswer answer(Query query, boolean opensUnknown, Instant now) {
        Optional<Account> known = accounts.find(query.account(), opensUnknown);
        Optional<MagicAccount> magic = known.flatMap(Account::magic);
        if (known.isEmpty() || magic.filter(MagicAccount.NO_ACCOUNT::equals).isPresent()) {
            return QueryAnswer.plain(query.applicationId(), NO_ACCOUNT, List.of());
        }
        Account account = known.get();
        boolean isOther = query.name().isPresent() && !StopRules.nameMatches(account, query.name());
        if (isOther || magic.filter(MagicAccount.NAME_MISMATCH::equals).isPresent()) {
            return QueryAnswer.plain(query.applicationId(), NAME_MISMATCH, List.of("account.name"));
        }
        Instant asOf = now.truncatedTo(ChronoUnit.MILLIS);
        QueryAnswer answer =
                QueryAnswer.about(query.applicationId(), query.account().number(), asOf);
        return switch (query.kind()) {
            case HOLDER -> answer.with(SimulatedHolder.of(account, query, now));
            case BALANCE -> answer.with(balance(account, now));
            case TRANSACTIONS ->
                answer.with(
                        Statement.since(account, query.since().orElseThrow()).page(query.pageToken(), parties));
            case ACCOUNTS -> answer.with(new QueryParts.Accounts(accountsOf(account, now), null));
            case WATCH -> watch(query, answer, now);
            case WATCH_END -> answer;
        };
    }

    /** The bookings of an account after a number of the ledger's sequence, booked from {@code start} to {@code end}. */
    List<QueryParts.Booking> bookings(Query watch, long sequence, Instant start, Instant end) {
        return accounts.get(watch.account())
                .map(account -> Statement.since(account, start).after(sequence, start, end, parties))
                .orElse(List.of());
    }

    /** The balance of an account; 0 when it is not in the books. */
    long balanceFen(Query watch) {
        return accounts.get(watch.account()).map(Account::balanceFen).orElse(0L);
    }

    private static QueryAnswer watch(Query query, QueryAnswer answer, Instant now) {
        Instant until = query.until().orElseThrow();
        return until.isAfter(now)
                ? answer.with(new QueryParts.Watch(now.truncatedTo(ChronoUnit.MILLIS), until, 0))
                : QueryAnswer.plain(query.applicationId(), WRONG_DATE, List.of("until"));
    }

    private static QueryParts.Balance balance(Account account, Instant now) {
        List<QueryParts.Hold> holds = new ArrayList<>();
        if (account.magic().filter(MagicAccount.ALREADY_HELD::equals).isPresent()) {
            holds.add(new QueryParts.Hold("LIMITED_FREEZE", OTHER_AUTHORITY, account.balanceFen(), null, null));
        }
        account.stops().stream()
                .filter(stop -> stop.isLive(now))
                .map(stop -> new QueryParts.Hold(
                        "STOP",
                        OUR_AUTHORITY,
                        account.balanceFen(),
                        stop.stoppedAt(),
                        stop.stoppedAt().plus(Stop.TERM.multipliedBy(stop.terms()))))
                .forEach(holds::add);
        for (Map.Entry<Freeze, FreezeQueue.Share> share :
                account.freezes().shares(account.balanceFen(), now).entrySet()) {
            Freeze freeze = share.getKey();
            holds.add(new QueryParts.Hold(
                    account.freezes().isFull(freeze) ? "FULL_FREEZE" : "LIMITED_FREEZE",
                    OUR_AUTHORITY,
                    share.getValue().heldFen(),
                    freeze.frozenAt().orElse(null),
                    freeze.expiresAt()));
        }
        return new QueryParts.Balance(account.balanceFen(), account.availableFen(now), holds);
    }

    /** The accounts with the holder's name at this institution; one without a name has no others. */
    private List<QueryParts.HolderAccount> accountsOf(Account asked, Instant now) {
        List<Account> own = new ArrayList<>(accounts.all().stream()
                .filter(other -> asked.name().isPresent()
                        && other.name().equals(asked.name())
                        && other.id().institutionCode().equals(asked.id().institutionCode()))
                .toList());
        if (own.isEmpty()) {
            own.add(asked);
        }
        own.sort(Comparator.comparing(account -> account.id().number()));
        return own.stream()
                .map(account -> new QueryParts.HolderAccount(
                        account.id().number(),
                        Optional.ofNullable(Parties.kindOf(account)).orElse("BANK_PERSONAL"),
                        SimulatedHolder.state(account, now),
                        account.balanceFen(),
                        SimulatedHolder.openedAt(account)))
                .toList();
    }
}
