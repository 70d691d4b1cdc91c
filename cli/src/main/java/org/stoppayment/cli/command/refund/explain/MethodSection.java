package org.stoppayment.cli.command.refund.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stoppayment.cli.command.refund.explain.Remainders.Inflow;
import org.stoppayment.cli.command.refund.explain.Section.Kind;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.RefundMethod;

/** How the money of an account is divided, by which article, and why so. */
final class MethodSection {

    private final Console console;
    private final AccountRefund refund;
    private final Division division;

    MethodSection(Console console, AccountRefund refund) {
        this.console = console;
        this.refund = refund;
        this.division = Division.of(refund);
    }

    Section section() {
        List<String> lines = new ArrayList<>();
        lines.add(console.text(
                ExplainText.METHOD_LINE,
                console.vocabulary().value(refund.getMethod()),
                Articles.of(console, refund.getMethod())));
        switch (refund.getMethod()) {
            case REFUND_METHOD_DIRECT_SINGLE -> {
                lines.add(console.text(ExplainText.WHY_SINGLE));
                lines.add(fits());
            }
            case REFUND_METHOD_DIRECT_TIMESTAMP -> {
                lines.add(console.text(
                        ExplainText.WHY_TIMESTAMP, refund.getShares().getInflows()));
                lines.add(fits());
            }
            default -> {
                lines.addAll(whyNotDirectly());
                lines.add(console.text(ExplainText.NOTICE));
            }
        }
        return new Section(Kind.METHOD, console.text(ExplainText.METHOD), lines, remainders());
    }

    private String fits() {
        return console.text(
                ExplainText.WHY_FITS, Formats.yuan(division.claimedFen()), Formats.yuan(refund.getHeldFen()));
    }

    private List<String> whyNotDirectly() {
        AccountShares shares = refund.getShares();
        List<String> why = new ArrayList<>();
        if (shares.getMissingFen() != 0) {
            why.add(console.text(ExplainText.WHY_STATEMENT, Formats.yuan(Math.abs(shares.getMissingFen()))));
        } else if (shares.getNeedsStatement()) {
            why.add(console.text(ExplainText.WHY_STATEMENT_BEFORE));
        }
        if (!shares.getIsDetermined()) {
            why.add(console.text(ExplainText.WHY_MIXED));
        } else if (!shares.getIsUnique() && !shares.getNeedsStatement()) {
            why.add(console.text(ExplainText.WHY_MIXED_BEFORE, firstMixed()));
        }
        if (division.claimedFen() > refund.getHeldFen()) {
            why.add(console.text(
                    ExplainText.WHY_SHORT, Formats.yuan(refund.getHeldFen()), Formats.yuan(division.claimedFen())));
        }
        return why;
    }

    /** The number of the first booking that may have carried somebody else's money; 0 when none is shown. */
    private int firstMixed() {
        return IntStream.range(0, refund.getFlowsCount())
                .filter(i ->
                        !refund.getFlows(i).getIsUnique() && refund.getFlows(i).hasPayer())
                .map(i -> i + 1)
                .findFirst()
                .orElse(0);
    }

    /** By FIFO and by LIFO: where the money was mixed first, when that was before it came here; else at the end. */
    private Optional<Grid> remainders() {
        boolean isMixedBefore = refund.getMethod() == RefundMethod.REFUND_METHOD_PROPORTIONAL
                && refund.getShares().getIsDetermined()
                && firstMixed() > 0;
        return isMixedBefore
                ? remainders(refund.getFlows(firstMixed() - 1).getPayer(), firstMixed())
                : remainders(refund.getAccount(), refund.getFlowsCount());
    }

    private Optional<Grid> remainders(Account account, int flows) {
        List<Inflow> inflows = Remainders.of(account, refund.getFlowsList().subList(0, flows));
        if (refund.getIsTruncated() || inflows.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new Grid(
                console.text(ExplainText.REMAINDERS, account.getNumber(), flows),
                List.of(
                        number(ExplainText.COLUMN_NUMBER),
                        number(ExplainText.COLUMN_SUM),
                        number(ExplainText.COLUMN_FIFO),
                        number(ExplainText.COLUMN_LIFO)),
                inflows.stream()
                        .map(inflow -> List.of(
                                Integer.toString(inflow.number()),
                                Formats.yuan(inflow.flow().getAmountFen()),
                                Formats.yuan(inflow.fifoFen()),
                                Formats.yuan(inflow.lifoFen())))
                        .toList()));
    }

    private Grid.Column number(ExplainText heading) {
        return new Grid.Column(console.text(heading), true);
    }
}
