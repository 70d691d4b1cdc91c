package org.stoppayment.cli.command.hold.figures;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.HoldCounts;
import org.stoppayment.proto.freeze.v1.HoldStatistics;
import org.stoppayment.proto.intake.v1.FraudType;

/** Statistics of holds as a table: a row for the stops and one for the freezes of each group. */
final class HoldReportTable {

    private final Console console;
    private final Instant now;

    /** @param now ages are counted to here */
    HoldReportTable(Console console, Instant now) {
        this.console = console;
        this.now = now;
    }

    /** The rows, and the total at the end. */
    String render(List<HoldStatistics> rows, HoldStatistics total) {
        Table table = new Table(Heading.of(
                console,
                Heading.GROUP,
                Heading.KIND,
                Heading.ORDERED,
                Heading.TOOK_EFFECT,
                Heading.IN_EFFECT,
                Heading.TAKEN_OVER,
                Heading.LAPSED,
                Heading.LIFTED,
                Heading.LIFTED_AS_WRONG,
                Heading.DECLINED,
                Heading.RETURNED_IN_FULL,
                Heading.HOLDS,
                Heading.RETURNED,
                Heading.OVERHELD,
                Heading.OVERHELD_YUAN_HOURS,
                Heading.MEAN_AGE,
                Heading.OLDEST));
        rows.forEach(row -> add(table, group(row), row));
        add(table, console.text(FiguresText.TOTAL), total);
        return table.render(console);
    }

    private void add(Table table, String group, HoldStatistics row) {
        add(table, group, console.text(FiguresText.STOPS), row.getStops());
        add(table, group, console.text(FiguresText.FREEZES), row.getFreezes());
    }

    private void add(Table table, String group, String kind, HoldCounts counts) {
        table.row(
                group,
                kind,
                counts.getOrdered(),
                counts.getTookEffect(),
                counts.getInEffect(),
                counts.getFrozen(),
                counts.getLapsed(),
                counts.getLifted(),
                counts.getLiftedAsWrong(),
                counts.getDeclined(),
                counts.getReturned(),
                Formats.yuan(counts.getHeldFen()),
                Formats.yuan(counts.getReturnedFen()),
                Formats.yuan(counts.getOverheldFen()),
                Formats.wholeYuan(counts.getOverheldFenHours()),
                counts.hasMeanAge() ? age(Duration.ofSeconds(counts.getMeanAge().getSeconds())) : Formats.orDash(""),
                counts.hasOldestBeganAt() ? age(since(counts.getOldestBeganAt())) : Formats.orDash(""));
    }

    private String group(HoldStatistics row) {
        String fraud = row.getFraudType() == FraudType.FRAUD_TYPE_UNSPECIFIED
                ? ""
                : console.vocabulary().value(row.getFraudType());
        String institution = console.vocabulary().institution(row.getInstitutionCode());
        return Formats.orDash(
                String.join(" ", row.getMonth(), fraud, institution).strip());
    }

    private Duration since(Timestamp began) {
        return Duration.between(Instant.ofEpochSecond(began.getSeconds(), began.getNanos()), now);
    }

    private String age(Duration age) {
        return console.texts().age(age);
    }
}
