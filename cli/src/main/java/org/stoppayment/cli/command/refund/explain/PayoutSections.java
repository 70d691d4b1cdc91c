package org.stoppayment.cli.command.refund.explain;

import com.google.protobuf.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stoppayment.cli.command.refund.explain.Division.Part;
import org.stoppayment.cli.command.refund.explain.Section.Kind;
import org.stoppayment.cli.command.refund.payment.PlanPreview;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.PlannedHold;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundMethod;

/** What each victim gets of an account, which conditions are met, and what stays frozen. */
final class PayoutSections {

    private final Console console;
    private final Owners owners;
    private final AccountRefund refund;
    private final Division division;

    PayoutSections(Console console, Owners owners, AccountRefund refund) {
        this.console = console;
        this.owners = owners;
        this.refund = refund;
        this.division = Division.of(refund);
    }

    Section payouts() {
        boolean isDivided = refund.getMethod() == RefundMethod.REFUND_METHOD_PROPORTIONAL;
        List<String> lines = new ArrayList<>();
        division.parts().forEach(part -> lines.add(claim(part.payout())));
        if (isDivided) {
            lines.add(console.text(
                    ExplainText.DIVIDED,
                    Formats.yuan(division.heldFen()),
                    Formats.yuan(division.claimedFen()),
                    Formats.yuan(division.dividedFen())));
        }
        for (Part part : division.parts()) {
            lines.add(
                    isDivided && division.claimedFen() > division.heldFen()
                            ? part(part)
                            : console.text(
                                    ExplainText.PAY_CLAIM,
                                    owners.victim(part.payout().getCaseId()),
                                    Formats.yuan(part.payout().getPayFen())));
        }
        if (isDivided && division.claimedFen() > division.heldFen()) {
            lines.add(leftOver());
        }
        division.parts().forEach(part -> payee(part.payout()).ifPresent(lines::add));
        if (!division.isConsistent(refund.getResidualFen())) {
            lines.add(console.text(ExplainText.DOES_NOT_ADD_UP));
        }
        return new Section(Kind.PAYOUTS, console.text(ExplainText.PAYOUTS), lines, Optional.empty());
    }

    private String claim(Payout payout) {
        return console.text(
                ExplainText.CLAIM,
                owners.victim(payout.getCaseId()),
                Formats.yuan(payout.getShareFen()),
                Formats.yuan(payout.getLossFen()),
                Formats.yuan(payout.getRestoredFen()),
                Formats.yuan(payout.getClaimFen()));
    }

    /** Where it goes; empty where the plan does not say, as those made by an earlier release. */
    private Optional<String> payee(Payout payout) {
        String victim = owners.victim(payout.getCaseId());
        if (payout.hasRefundAccount()) {
            return Optional.of(
                    console.text(ExplainText.PAY_TO, victim, PlanPreview.payee(console, payout.getRefundAccount())));
        }
        return payout.getConditionsList().stream()
                        .anyMatch(
                                check -> check.getCondition() == RefundCondition.REFUND_CONDITION_REFUND_ACCOUNT_KNOWN)
                ? Optional.of(console.text(ExplainText.PAY_TO_NOBODY, victim))
                : Optional.empty();
    }

    private String part(Part part) {
        return console.text(
                ExplainText.PAY_PART,
                owners.victim(part.payout().getCaseId()),
                Formats.yuan(division.dividedFen()),
                Formats.yuan(part.payout().getClaimFen()),
                Formats.yuan(division.claimedFen()),
                Formats.yuan(part.floorFen()),
                "0.%04d".formatted(part.tenThousandths()),
                part.extraFen(),
                Formats.yuan(part.payout().getPayFen()));
    }

    private String leftOver() {
        return console.text(
                ExplainText.LEFT_OVER,
                division.leftOverFen(),
                division.parts().stream()
                        .filter(part -> part.extraFen() > 0)
                        .map(part -> owners.victim(part.payout().getCaseId()))
                        .collect(Collectors.joining(", ")));
    }

    Section conditions() {
        List<List<String>> rows = refund.getPayoutsList().stream()
                .flatMap(payout -> payout.getConditionsList().stream())
                .map(check -> check.toBuilder().clearIsMet().build())
                .distinct()
                .map(condition -> List.of(
                        console.vocabulary().value(condition.getCondition()),
                        Articles.cited(console, condition.getArticle()),
                        Formats.orDash(victims(payout -> isMet(payout, condition))),
                        Formats.orDash(victims(payout -> !isMet(payout, condition)))))
                .toList();
        return new Section(
                Kind.CONDITIONS,
                console.text(ExplainText.CONDITIONS),
                eligible(),
                rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Grid(
                                console.text(ExplainText.CONDITIONS),
                                List.of(
                                        column(ExplainText.COLUMN_CONDITION),
                                        column(ExplainText.COLUMN_ARTICLE),
                                        column(ExplainText.COLUMN_MET),
                                        column(ExplainText.COLUMN_MISSING)),
                                rows)));
    }

    private static boolean isMet(Payout payout, ConditionCheck condition) {
        return payout.getConditionsList().stream()
                .anyMatch(check -> check.getIsMet() && check.getCondition() == condition.getCondition());
    }

    private static boolean isEligible(Payout payout) {
        return payout.getConditionsList().stream().allMatch(ConditionCheck::getIsMet);
    }

    private List<String> eligible() {
        List<String> lines = new ArrayList<>();
        String eligible = victims(PayoutSections::isEligible);
        String others = victims(payout -> !isEligible(payout));
        if (!eligible.isEmpty()) {
            lines.add(console.text(ExplainText.PAYABLE, eligible));
        }
        if (!others.isEmpty()) {
            lines.add(console.text(ExplainText.NOT_PAYABLE, others));
        }
        return lines;
    }

    private String victims(Predicate<Payout> which) {
        return refund.getPayoutsList().stream()
                .filter(which)
                .map(payout -> owners.victim(payout.getCaseId()))
                .collect(Collectors.joining(", "));
    }

    Section residual() {
        String held = Formats.yuan(division.heldFen());
        String paid = Formats.yuan(division.paidFen());
        String line = refund.getResidualFen() == 0
                ? console.text(ExplainText.NOTHING_LEFT, held, paid)
                : console.text(
                        refund.getHoldsCount() > 1 ? ExplainText.STAYS_UNTIL_FIRST : ExplainText.STAYS,
                        held,
                        paid,
                        Formats.yuan(refund.getResidualFen()),
                        refund.getHoldsList().stream()
                                .map(PlannedHold::getExpiresAt)
                                .min(Comparator.comparingLong(Timestamp::getSeconds))
                                .map(console::moment)
                                .orElse(Formats.orDash("")));
        return new Section(Kind.RESIDUAL, console.text(ExplainText.RESIDUAL), List.of(line), Optional.empty());
    }

    private Grid.Column column(ExplainText heading) {
        return new Grid.Column(console.text(heading), false);
    }
}
