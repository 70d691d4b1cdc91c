package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.recovery.attribution.domain.StatementCheck.Balance;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Checks of each account whether all its bookings are told. */
final class StatementChecks {

    /** Of balances of one moment, that of a statement comes last. */
    private static final Comparator<ToldBalance> BY_TIME = Comparator.comparing(ToldBalance::asOf)
            .thenComparing(balance -> balance.since().isPresent())
            .thenComparing(ToldBalance::fen);

    private StatementChecks() {}

    /** The check of each account of {@code facts}; {@code flows} are all that moved. */
    static Map<AccountRef.Key, StatementCheck> of(KnownFacts facts, List<Flow> flows) {
        Map<AccountRef.Key, List<Flow>> in = flows.stream()
                .filter(flow -> flow.payee().isPresent())
                .collect(Collectors.groupingBy(flow -> flow.payee().orElseThrow()));
        Map<AccountRef.Key, List<Flow>> out = flows.stream()
                .filter(flow -> flow.payer().isPresent())
                .collect(Collectors.groupingBy(flow -> flow.payer().orElseThrow()));
        Map<AccountRef.Key, List<ToldBalance>> balances =
                facts.balances().stream().collect(Collectors.groupingBy(ToldBalance::account));
        return facts.accounts().stream()
                .collect(Collectors.toMap(
                        account -> account,
                        account -> statement(
                                balances.getOrDefault(account, List.of()),
                                in.getOrDefault(account, List.of()),
                                out.getOrDefault(account, List.of()))));
    }

    private static StatementCheck statement(List<ToldBalance> balances, List<Flow> in, List<Flow> out) {
        Optional<ToldBalance> latest = balances.stream().max(BY_TIME);
        if (latest.isEmpty()) {
            return new StatementCheck(0, 0, Optional.empty());
        }
        ToldBalance balance = latest.get();
        long opening = opening(balances, in, out);
        long known = Math.addExact(
                opening, Math.subtractExact(until(balance, in, Flow::creditedAt), until(balance, out, Flow::at)));
        return new StatementCheck(
                opening,
                Math.subtractExact(balance.fen(), known),
                Optional.of(new Balance(balance.fen(), balance.asOf())));
    }

    /** That of the statement that reaches back furthest, when it begins before all that is known. */
    private static long opening(List<ToldBalance> balances, List<Flow> in, List<Flow> out) {
        Optional<Instant> first = Stream.concat(
                        in.stream().map(Flow::creditedAt), out.stream().map(Flow::at))
                .min(Comparator.naturalOrder());
        return balances.stream()
                .filter(balance -> balance.openingFen().isPresent())
                .filter(balance -> balance.since()
                        .filter(since -> first.isEmpty() || !since.isAfter(first.get()))
                        .isPresent())
                .min(Comparator.comparing(
                                (ToldBalance balance) -> balance.since().orElseThrow())
                        .thenComparing(BY_TIME))
                .flatMap(ToldBalance::openingFen)
                .orElse(0L);
    }

    private static long until(ToldBalance balance, List<Flow> some, Function<Flow, Instant> bookedAt) {
        return some.stream()
                .filter(flow -> !bookedAt.apply(flow).isAfter(balance.asOf()))
                .mapToLong(Flow::fen)
                .reduce(0, Math::addExact);
    }
}
