package org.stoppayment.cli.command.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stoppayment.cli.command.simulation.DemoView.Played;
import org.stoppayment.cli.command.view.AttentionText;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.DisplayWidth;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** The demo on one screen of 80 columns: what was reported, what was stopped, when and at which banks, and what needs attention. */
final class DemoSummary {

    private static final int BAR = 10;
    private static final int MAX_BANKS_SHOWN = 2;

    /** What the other columns leave of 80. */
    private static final int BANKS_WIDTH = 12;

    private final Console console;
    private final List<Played> played;
    private final DemoFreeze.Frozen frozen;
    private final DemoRefund.GivenBack givenBack;

    DemoSummary(Console console, List<Played> played, DemoFreeze.Frozen frozen, DemoRefund.GivenBack givenBack) {
        this.console = console;
        this.played = played;
        this.frozen = frozen;
        this.givenBack = givenBack;
    }

    void print() {
        console.print(total());
        console.print("");
        console.print(table());
        section(
                DemoText.NOT_STOPPED,
                played.stream().flatMap(each -> notStopped(each).stream()).toList());
        console.print("");
        console.print(freeze());
        console.print("");
        new DemoRefundSummary(console, givenBack).print();
        console.print("");
        attention();
        if (played.stream().allMatch(Played::asExpected)) {
            console.print(console.text(DemoText.AS_EXPECTED, played.size()));
        }
    }

    private String total() {
        long reported = played.stream()
                .mapToLong(each -> each.progress().getReportedFen())
                .sum();
        long held = played.stream()
                .mapToLong(each -> each.progress().getTaintedHeldFen())
                .sum();
        Optional<Long> last = played.stream()
                .flatMap(each -> each.outcome().millisToLastStop().stream())
                .max(Long::compare);
        return last.map(millis -> console.text(
                        DemoText.REPORTED, played.size(), Formats.yuan(reported), Formats.yuan(held), seconds(millis)))
                .orElseGet(() -> console.text(DemoText.NOTHING_STOPPED, played.size(), Formats.yuan(reported)));
    }

    private String freeze() {
        return frozen.asExpected()
                ? console.text(
                        DemoText.FROZEN,
                        frozen.name(),
                        Formats.yuan(frozen.frozenFen()),
                        frozen.freezes().size(),
                        frozen.firstEnd().map(console::moment).orElse(Formats.orDash("")),
                        frozen.endsAt().map(console::moment).orElse(Formats.orDash("")))
                : console.text(
                        DemoText.NOT_FROZEN,
                        frozen.name(),
                        console.texts()
                                .listed(frozen.freezes().stream()
                                        .map(freeze -> console.vocabulary().value(freeze.getState()))
                                        .toList()));
    }

    private String table() {
        Table table = new Table(Heading.of(
                console,
                Heading.CASE,
                Heading.REPORTED,
                Heading.STOPPED_SHARE,
                Heading.LAST_STOP_AFTER,
                Heading.BANKS));
        for (Played each : played) {
            CaseProgress progress = each.progress();
            long percent = percent(progress);
            table.row(
                    each.name(),
                    Formats.yuan(progress.getReportedFen()),
                    bar(percent) + " " + percent + " %",
                    each.outcome()
                            .millisToLastStop()
                            .map(millis -> console.text(DemoText.SECONDS, seconds(millis)))
                            .orElse(Formats.orDash("")),
                    banks(progress));
        }
        return table.render(console);
    }

    /** Rounded down, so that 100 means all of it. */
    private static long percent(CaseProgress progress) {
        return progress.getReportedFen() == 0 ? 0 : progress.getTaintedHeldFen() * 100 / progress.getReportedFen();
    }

    private static String bar(long percent) {
        int full = Math.toIntExact(percent * BAR / 100);
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    /** To a tenth of a second. */
    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%d", millis / 1000, millis % 1000 / 100);
    }

    private String banks(CaseProgress progress) {
        List<String> all = progress.getOrdersList().stream()
                .filter(DemoSummary::holds)
                .map(order ->
                        console.vocabulary().institutionName(order.getAccount().getInstitutionCode()))
                .distinct()
                .toList();
        return banks(console, all);
    }

    /** As many names as fit, at least one, and how many others there are. */
    static String banks(Console console, List<String> all) {
        return IntStream.of(MAX_BANKS_SHOWN, 1)
                .mapToObj(shown -> banks(console, all, shown))
                .filter(text -> DisplayWidth.of(text) <= BANKS_WIDTH)
                .findFirst()
                .orElseGet(() -> banks(console, all, 1));
    }

    private static String banks(Console console, List<String> all, int shown) {
        String names = all.stream().limit(shown).collect(Collectors.joining(" "));
        return all.size() > shown
                ? console.text(DemoText.MORE_BANKS, names, all.size() - shown, all.size())
                : Formats.orDash(names);
    }

    private static boolean holds(StopOrder order) {
        return order.getState() == StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
    }

    private List<String> notStopped(Played each) {
        CaseProgress progress = each.progress();
        List<String> lines = new ArrayList<>();
        add(lines, each, DemoText.CASH, progress.getCashFen());
        add(lines, each, DemoText.MERCHANTS, progress.getMerchantFen());
        add(lines, each, DemoText.RESTORED, progress.getRestoredFen());
        return lines;
    }

    private void add(List<String> lines, Played each, DemoText text, long fen) {
        if (fen > 0) {
            lines.add("  " + console.texts().named(each.name(), console.text(text, Formats.yuan(fen))));
        }
    }

    private void section(DemoText heading, List<String> lines) {
        if (!lines.isEmpty()) {
            console.print("");
            console.print(console.text(heading));
            lines.forEach(console::print);
        }
    }

    private void attention() {
        List<String> waiting = played.stream()
                .filter(each -> each.progress().getAttentionReasonsCount() > 0)
                .map(each -> each.name() + " ("
                        + AttentionText.reasons(console, each.progress().getAttentionReasonsList()) + ")")
                .toList();
        console.print(
                waiting.isEmpty()
                        ? console.text(DemoText.NOTHING_NEEDS_ATTENTION)
                        : console.text(DemoText.NEEDS_ATTENTION, console.texts().listed(waiting)));
    }
}
