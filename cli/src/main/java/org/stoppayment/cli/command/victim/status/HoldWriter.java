package org.stoppayment.cli.command.victim.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.stoppayment.cli.command.victim.status.VictimStatus.Section;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.OwnerKind;
import org.stoppayment.proto.recovery.v1.Share;

/**
 * Puts into words what is stopped and frozen, once for each account. Several cases may claim the same money of an account: of a claim, no more
 * than the victim's share is told, and "up to" the claim while no share is computed.
 */
final class HoldWriter {

    private static final String BALANCE_UNKNOWN = "BALANCE_UNKNOWN";

    private final Console console;
    private final VictimFacts facts;
    private final AccountWords accounts;
    private final StopEnds ends;

    HoldWriter(Console console, VictimFacts facts, Instant now) {
        this.console = console;
        this.facts = facts;
        this.accounts = new AccountWords(console);
        this.ends = new StopEnds(console, now);
    }

    /** An account, whatever name an order gives it. */
    private record Place(String institutionCode, String number) {

        static Place of(Account account) {
            return new Place(account.getInstitutionCode(), account.getNumber());
        }
    }

    Section stopped() {
        List<String> lines =
                facts.progress().map(this::lines).orElseGet(() -> List.of(console.text(StatusText.NOT_KNOWN_NOW)));
        return new Section(console.text(StatusText.STOPPED), lines);
    }

    private List<String> lines(CaseProgress progress) {
        Map<Place, List<StopOrder>> orders = new LinkedHashMap<>();
        for (StopOrder order : progress.getOrdersList()) {
            orders.computeIfAbsent(Place.of(order.getAccount()), place -> new ArrayList<>())
                    .add(order);
        }
        List<String> lines = new ArrayList<>();
        orders.forEach((place, ofAccount) -> account(lines, place, ofAccount));
        long frozenElsewhere = progress.getFrozenFen()
                - orders.values().stream().mapToLong(HoldWriter::frozen).sum();
        if (frozenElsewhere > 0) {
            lines.add(console.text(StatusText.FROZEN_ELSEWHERE, Formats.yuan(frozenElsewhere)));
        }
        if (lines.isEmpty()) {
            lines.add(console.text(StatusText.NOTHING_STOPPED));
        }
        if (!progress.getSettled()) {
            lines.add(console.text(StatusText.ASKING_BANKS));
        }
        return lines;
    }

    private void account(List<String> lines, Place place, List<StopOrder> orders) {
        OptionalLong share = share(place);
        long frozen = frozen(orders);
        if (frozen > 0) {
            sum(
                    lines,
                    place,
                    frozen,
                    share,
                    ends.of(freezes(place)),
                    StatusText.FROZEN_AT,
                    StatusText.FROZEN_UP_TO,
                    StatusText.FROZEN_NONE);
        }
        OptionalLong left = share.isPresent() ? OptionalLong.of(Math.max(share.getAsLong() - frozen, 0)) : share;
        inEffect(orders).ifPresent(stop -> stop(lines, place, stop, frozen, left));
    }

    private void stop(List<String> lines, Place place, StopOrder stop, long frozen, OptionalLong share) {
        String end = ends.of(stop);
        String where = accounts.of(place.institutionCode(), place.number());
        if (stop.getTaintedHeldFen() > 0) {
            sum(
                    lines,
                    place,
                    stop.getTaintedHeldFen(),
                    share,
                    end,
                    StatusText.STOPPED_AT,
                    StatusText.STOPPED_UP_TO,
                    StatusText.STOPPED_NONE);
        } else if (stop.getFlagsList().contains(BALANCE_UNKNOWN)) {
            lines.add(console.text(StatusText.STOPPED_BALANCE_UNKNOWN, where, end));
        } else if (stop.getLevel() == 0) {
            lines.add(console.text(StatusText.STOPPED_OWN, where, end));
        } else if (frozen == 0 && !stop.hasClaimEnd()) {
            lines.add(console.text(StatusText.STOPPED_NONE, where, end));
        }
    }

    private void sum(
            List<String> lines,
            Place place,
            long claim,
            OptionalLong share,
            String end,
            StatusText exact,
            StatusText upTo,
            StatusText none) {
        String where = accounts.of(place.institutionCode(), place.number());
        long told = Math.min(claim, share.orElse(claim));
        lines.add(
                told == 0
                        ? console.text(none, where, end)
                        : console.text(share.isPresent() ? exact : upTo, where, Formats.yuan(told), end));
    }

    /** What the books of the account say is this victim's, in fen; empty while that is not computed. */
    private OptionalLong share(Place place) {
        return facts.recovery().stream()
                .flatMap(known -> known.getAccountsList().stream())
                .filter(shares -> Place.of(shares.getAccount()).equals(place))
                .filter(AccountShares::getIsCurrent)
                .mapToLong(shares -> shares.getSharesList().stream()
                        .filter(share -> share.getOwner() == OwnerKind.OWNER_KIND_VICTIM)
                        .filter(share -> share.getCaseId().equals(facts.caseId()))
                        .mapToLong(Share::getAmountFen)
                        .sum())
                .findFirst();
    }

    /** Every order of the account shows the same claim. */
    private static long frozen(List<StopOrder> orders) {
        return orders.stream().mapToLong(StopOrder::getTaintedFrozenFen).max().orElse(0);
    }

    private static Optional<StopOrder> inEffect(List<StopOrder> orders) {
        return orders.stream()
                .filter(order -> order.getState() == StopOrderState.STOP_ORDER_STATE_IN_EFFECT)
                .max(Comparator.comparingLong(StopOrder::getTaintedHeldFen));
    }

    private List<Freeze> freezes(Place place) {
        return facts.freezes().stream()
                .filter(freeze -> freeze.getCaseId().equals(facts.caseId()))
                .filter(freeze -> freeze.getState() == FreezeState.FREEZE_STATE_IN_EFFECT
                        || freeze.getState() == FreezeState.FREEZE_STATE_PARTIAL)
                .filter(freeze -> Place.of(freeze.getAccount()).equals(place))
                .toList();
    }
}
