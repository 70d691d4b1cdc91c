package org.stoppayment.cli.command.refund.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.OwnerKind;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.Share;

/** Short names of the owners of money in a plan: V1, V2 … for victims by the id of their case, those with payouts first. */
public final class Owners {

    private final Console console;
    private final List<String> cases;

    private Owners(Console console, List<String> cases) {
        this.console = console;
        this.cases = cases;
    }

    /** The owners of the money in a plan. */
    public static Owners of(Console console, RefundPlan plan) {
        Set<String> cases = new LinkedHashSet<>();
        plan.getAccountsList().stream()
                .flatMap(account -> account.getPayoutsList().stream())
                .map(Payout::getCaseId)
                .sorted()
                .forEach(cases::add);
        plan.getAccountsList().stream()
                .flatMap(Owners::shares)
                .filter(share -> share.getOwner() == OwnerKind.OWNER_KIND_VICTIM)
                .map(Share::getCaseId)
                .sorted()
                .forEach(cases::add);
        return new Owners(console, new ArrayList<>(cases));
    }

    private static Stream<Share> shares(AccountRefund account) {
        return Stream.concat(
                account.getShares().getSharesList().stream(),
                account.getFlowsList().stream().flatMap(flow -> flow.getSharesList().stream()));
    }

    /** The cases of its victims, in the order of their names. */
    List<String> cases() {
        return List.copyOf(cases);
    }

    /** The short name of the victim of a case. */
    public String victim(String caseId) {
        return "V" + (cases.indexOf(caseId) + 1);
    }

    /** The place of the victim of a case, from 0. */
    public int index(String caseId) {
        return cases.indexOf(caseId);
    }

    /** The short name of an owner. */
    public String name(Share share) {
        return share.getOwner() == OwnerKind.OWNER_KIND_VICTIM
                ? victim(share.getCaseId())
                : console.vocabulary().value(share.getOwner());
    }

    /** Whose money it is: the one owner, or each with a sum. */
    public String names(List<Share> shares) {
        return shares.size() == 1
                ? name(shares.get(0))
                : Formats.orDash(shares.stream()
                        .map(share -> name(share) + " " + Formats.yuan(share.getAmountFen()))
                        .collect(Collectors.joining(" + ")));
    }
}
