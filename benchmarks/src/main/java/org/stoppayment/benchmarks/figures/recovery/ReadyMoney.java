package org.stoppayment.benchmarks.figures.recovery;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.drill.run.SettledRing;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.GetRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPlansRequest;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;

/** Adds up, by level of the mules, what of the stopped money has a draft plan. Thread-safe. */
final class ReadyMoney {

    private static final int MAX_PLANS = 500;

    private final ServiceClients clients;
    private final Map<Integer, Sums> byLevel = new TreeMap<>();

    /** Sums in fen. */
    private static final class Sums {
        long stopped;
        long drafted;
        long complete;
        long unique;
        int accounts;
        int without;

        void add(Sums other) {
            stopped += other.stopped;
            drafted += other.drafted;
            complete += other.complete;
            unique += other.unique;
            accounts += other.accounts;
            without += other.without;
        }
    }

    ReadyMoney(ServiceClients clients) {
        this.clients = clients;
    }

    /** Adds the stopped accounts of a ring, with the drafts that exist now. */
    void add(SettledRing ring) {
        Map<String, AccountShares> drafted = drafted(ring);
        Map<String, Integer> levels = new HashMap<>();
        ring.ring()
                .mules()
                .forEach((Ring.Mule mule) -> levels.put(mule.account().number(), mule.level()));
        for (SimulatedWorld.Account account : ring.accounts()) {
            if (account.stopped() && account.balanceFen() > 0) {
                add(
                        levels.getOrDefault(account.number(), 0),
                        account.balanceFen(),
                        Optional.ofNullable(drafted.get(account.number())));
            }
        }
    }

    private synchronized void add(int level, long fen, Optional<AccountShares> draft) {
        Sums sums = byLevel.computeIfAbsent(level, first -> new Sums());
        sums.accounts++;
        sums.stopped += fen;
        sums.without += draft.isEmpty() ? 1 : 0;
        sums.drafted += draft.isPresent() ? fen : 0;
        Optional<AccountShares> complete = draft.filter(shares -> !shares.getNeedsStatement());
        sums.complete += complete.isPresent() ? fen : 0;
        sums.unique += complete.filter(AccountShares::getIsUnique).isPresent() ? fen : 0;
    }

    /** The shares of each account that has a draft, by its number. */
    private Map<String, AccountShares> drafted(SettledRing ring) {
        Map<String, AccountShares> drafted = new HashMap<>();
        for (String caseId : ring.caseIds()) {
            for (RefundPlanSummary plan : clients.refunds()
                    .listRefundPlans(ListRefundPlansRequest.newBuilder()
                            .setCaseId(caseId)
                            .setPageSize(MAX_PLANS)
                            .build())
                    .getPlansList()) {
                if (plan.getAccountsList().stream().anyMatch(account -> !drafted.containsKey(account.getNumber()))) {
                    for (AccountRefund account : clients.refunds()
                            .getRefundPlan(GetRefundPlanRequest.newBuilder()
                                    .setPlanId(plan.getPlanId())
                                    .build())
                            .getPlan()
                            .getAccountsList()) {
                        drafted.put(account.getAccount().getNumber(), account.getShares());
                    }
                }
            }
        }
        return drafted;
    }

    /** Prints the sums by level, and all of them. */
    synchronized void print(PrintStream out) {
        out.printf(
                "  %-6s %9s %16s %10s %10s %10s %9s%n",
                "level", "accounts", "stopped yuan", "drafted %", "complete %", "certain %", "no draft");
        Sums all = new Sums();
        byLevel.forEach((level, sums) -> {
            print(out, String.valueOf(level), sums);
            all.add(sums);
        });
        print(out, "all", all);
    }

    private static void print(PrintStream out, String level, Sums sums) {
        out.printf(
                "  %-6s %9d %16.2f %10.2f %10.2f %10.2f %9d%n",
                level,
                sums.accounts,
                sums.stopped / 100.0,
                percent(sums.drafted, sums),
                percent(sums.complete, sums),
                percent(sums.unique, sums),
                sums.without);
    }

    private static double percent(long part, Sums of) {
        return of.stopped == 0 ? 0 : 100.0 * part / of.stopped;
    }
}
