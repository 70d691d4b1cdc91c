package org.stoppayment.cli.command.refund.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.text.TextKey;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLine;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;

/** Batches in lines and tables. Masking is up to the caller. */
final class BatchView {

    private final Console console;

    BatchView(Console console) {
        this.console = console;
    }

    /** What a batch is: criteria, who made it, number of plans, sum and digest. */
    List<String> lines(RefundBatch batch) {
        List<String> lines = new ArrayList<>();
        add(lines, BatchText.BATCH, batch.getBatchId(), console.vocabulary().value(batch.getState()));
        lines.addAll(lines(batch.getCriteria()));
        add(
                lines,
                BatchText.MADE,
                console.moment(batch.getMadeAt()),
                DecisionTable.officer(console, batch.getMadeBy()));
        add(lines, BatchText.PLANS, batch.getPlans(), Formats.yuan(batch.getPayFen()));
        add(lines, BatchText.DIGEST, batch.getDigest());
        if (batch.hasRejectedBy()) {
            add(
                    lines,
                    BatchText.REJECTED,
                    console.moment(batch.getRejectedAt()),
                    DecisionTable.officer(console, batch.getRejectedBy()),
                    batch.getRejectReason().replaceAll("\\s+", " ").strip());
        }
        return lines;
    }

    /** By what plans are chosen. */
    List<String> lines(BatchCriteria criteria) {
        List<String> lines = new ArrayList<>();
        if (!criteria.getStation().isEmpty()) {
            add(lines, BatchText.STATION, criteria.getStation());
        }
        if (!criteria.getInstitutionCode().isEmpty()) {
            add(lines, BatchText.INSTITUTION, console.vocabulary().institution(criteria.getInstitutionCode()));
        }
        if (criteria.hasFromFen() || criteria.hasToFen()) {
            add(
                    lines,
                    BatchText.SUM,
                    criteria.hasFromFen() ? Formats.yuan(criteria.getFromFen()) : "",
                    criteria.hasToFen() ? Formats.yuan(criteria.getToFen()) : "");
        }
        if (criteria.hasFromDays() || criteria.hasToDays()) {
            add(
                    lines,
                    BatchText.AGE,
                    criteria.hasFromDays() ? String.valueOf(criteria.getFromDays()) : "",
                    criteria.hasToDays() ? String.valueOf(criteria.getToDays()) : "");
        }
        add(lines, BatchText.STAGE, console.vocabulary().value(criteria.getStage()));
        criteria.getExceptPlanIdsList().forEach(plan -> add(lines, BatchText.EXCEPT, plan));
        return lines;
    }

    private void add(List<String> lines, TextKey text, Object... arguments) {
        lines.add(console.fitted(console.text(text, arguments)));
    }

    /** What a batch is, on the stream of progress. */
    void preview(RefundBatch batch) {
        lines(batch).forEach(console::progress);
        console.progress(totals(batch));
    }

    /** The plans of a batch by where they stand. */
    String totals(RefundBatch batch) {
        Table table = new Table(Heading.of(console, Heading.STATE, Heading.PLANS, Heading.TO_PAY, Heading.PAID_OUT));
        batch.getTotalsList()
                .forEach(total -> table.row(
                        console.toned(
                                tone(total.getState()), console.vocabulary().value(total.getState())),
                        total.getPlans(),
                        Formats.yuan(total.getPayFen()),
                        Formats.yuan(total.getPaidFen())));
        return table.render(console);
    }

    /** Plans of a batch. */
    String table(List<RefundBatchLine> lines) {
        Table table = new Table(
                Heading.of(console, Heading.NUMBER, Heading.PLAN, Heading.STATE, Heading.TO_PAY, Heading.PAID_OUT));
        lines.forEach(line -> table.row(
                line.getNumber(),
                line.getPlanId(),
                console.toned(tone(line.getState()), console.vocabulary().value(line.getState())),
                Formats.yuan(line.getPayFen()),
                Formats.yuan(line.getPaidFen())));
        return table.render(console);
    }

    /** Batches. */
    String list(List<RefundBatch> batches) {
        Table table = new Table(Heading.of(
                console,
                Heading.BATCH,
                Heading.STATE,
                Heading.PLANS,
                Heading.TO_PAY,
                Heading.MADE,
                Heading.OFFICER,
                Heading.BECAUSE));
        batches.forEach(batch -> table.row(
                batch.getBatchId(),
                console.vocabulary().value(batch.getState()),
                batch.getPlans(),
                Formats.yuan(batch.getPayFen()),
                console.moment(batch.getMadeAt()),
                DecisionTable.officer(console, batch.getMadeBy()),
                lines(batch.getCriteria()).stream()
                        .map(line -> line.replaceAll("\\s+", " "))
                        .collect(Collectors.joining("; "))));
        return table.isEmpty() ? console.text(BatchText.NO_BATCHES) : table.render(console);
    }

    private static Tone tone(RefundBatchLineState state) {
        return switch (state) {
            case REFUND_BATCH_LINE_STATE_PAID -> Tone.GOOD;
            case REFUND_BATCH_LINE_STATE_SUPERSEDED,
                    REFUND_BATCH_LINE_STATE_WITHDRAWN,
                    REFUND_BATCH_LINE_STATE_IN_OTHER_BATCH -> Tone.QUIET;
            case REFUND_BATCH_LINE_STATE_NOT_ALL_PAID,
                    REFUND_BATCH_LINE_STATE_PAID_TOO_MUCH,
                    REFUND_BATCH_LINE_STATE_EXPIRED,
                    REFUND_BATCH_LINE_STATE_REJECTED -> Tone.BAD;
            default -> Tone.WARNING;
        };
    }
}
