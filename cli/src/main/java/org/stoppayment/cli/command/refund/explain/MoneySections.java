package org.stoppayment.cli.command.refund.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.command.refund.explain.Section.Kind;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.HoldKind;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.Flow;
import org.stoppayment.proto.recovery.v1.PlannedHold;

/** Whose money is on an account, what holds it, and how it came (资金流向表). */
final class MoneySections {

    private final Console console;
    private final Owners owners;
    private final AccountRefund refund;

    MoneySections(Console console, Owners owners, AccountRefund refund) {
        this.console = console;
        this.owners = owners;
        this.refund = refund;
    }

    Section shares() {
        AccountShares shares = refund.getShares();
        List<String> lines = new ArrayList<>();
        lines.add(
                shares.hasBalanceFen()
                        ? console.text(
                                ExplainText.BALANCE,
                                Formats.yuan(shares.getBalanceFen()),
                                console.moment(shares.getBalanceAsOf()))
                        : console.text(ExplainText.BALANCE_NOT_TOLD));
        if (shares.getMissingFen() != 0) {
            lines.add(console.text(
                    ExplainText.BOOKINGS_LACK,
                    shares.getMissingFen() > 0 ? 1 : 0,
                    Formats.yuan(Math.abs(shares.getMissingFen()))));
        }
        return new Section(
                Kind.SHARES,
                console.text(ExplainText.SHARES),
                lines,
                grid(
                        ExplainText.SHARES,
                        List.of(column(ExplainText.COLUMN_OWNER), number(ExplainText.COLUMN_SHARE)),
                        shares.getSharesList().stream()
                                .map(share -> List.of(owners.name(share), Formats.yuan(share.getAmountFen())))
                                .toList()));
    }

    Section holds() {
        boolean isFrozen = refund.getHoldsList().stream().anyMatch(PlannedHold::getIsFreeze);
        return new Section(
                Kind.HOLDS,
                console.text(ExplainText.HOLDS),
                List.of(console.text(
                        isFrozen ? ExplainText.HELD_BY_FREEZES : ExplainText.HELD_BY_STOP,
                        Formats.yuan(refund.getHeldFen()))),
                grid(
                        ExplainText.HOLDS,
                        List.of(
                                column(ExplainText.COLUMN_HOLD),
                                column(ExplainText.COLUMN_KIND),
                                number(ExplainText.COLUMN_HELD),
                                column(ExplainText.COLUMN_UNTIL),
                                column(ExplainText.COLUMN_CASE)),
                        refund.getHoldsList().stream().map(this::hold).toList()));
    }

    private List<String> hold(PlannedHold hold) {
        return List.of(
                hold.getHoldId(),
                console.vocabulary().value(hold.getIsFreeze() ? HoldKind.HOLD_KIND_FREEZE : HoldKind.HOLD_KIND_STOP),
                Formats.yuan(hold.getHeldFen()),
                console.moment(hold.getExpiresAt()),
                hold.getCaseId());
    }

    Section flows() {
        List<List<String>> rows = new ArrayList<>();
        for (Flow flow : refund.getFlowsList()) {
            rows.add(flow(rows.size() + 1, flow));
        }
        return new Section(
                Kind.FLOWS,
                console.text(ExplainText.FLOWS),
                refund.getIsTruncated() ? List.of(console.text(ExplainText.TRUNCATED, rows.size())) : List.of(),
                grid(
                        ExplainText.FLOWS,
                        List.of(
                                number(ExplainText.COLUMN_NUMBER),
                                column(ExplainText.COLUMN_TIME),
                                column(ExplainText.COLUMN_FROM),
                                column(ExplainText.COLUMN_TO),
                                number(ExplainText.COLUMN_SUM),
                                column(ExplainText.COLUMN_WHOSE),
                                column(ExplainText.COLUMN_KNOWN),
                                column(ExplainText.COLUMN_SOURCE)),
                        rows));
    }

    private List<String> flow(int number, Flow flow) {
        return List.of(
                Integer.toString(number),
                flow.hasBookedAt() ? console.moment(flow.getBookedAt()) : Formats.orDash(""),
                FlowEnds.payer(console, owners, flow),
                FlowEnds.payee(console, flow),
                Formats.yuan(flow.getAmountFen()),
                owners.names(flow.getSharesList()),
                console.text(known(flow)),
                (console.vocabulary().value(flow.getSource()) + " " + flow.getSerial()).strip());
    }

    private static ExplainText known(Flow flow) {
        if (flow.getNeedsStatement()) {
            return ExplainText.INCOMPLETE;
        }
        return flow.getIsUnique() ? ExplainText.UNIQUE : ExplainText.IN_PROPORTION;
    }

    private Optional<Grid> grid(ExplainText caption, List<Grid.Column> columns, List<List<String>> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Grid(console.text(caption), columns, rows));
    }

    private Grid.Column column(ExplainText heading) {
        return new Grid.Column(console.text(heading), false);
    }

    private Grid.Column number(ExplainText heading) {
        return new Grid.Column(console.text(heading), true);
    }
}
