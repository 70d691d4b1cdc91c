package org.stoppayment.cli.command.refund.batch;

import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.DelayedProgress;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.MessageJson;
import org.stoppayment.cli.output.Table;
import org.stoppayment.kernel.text.ReasonTexts;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchOutcome;
import org.stoppayment.proto.recovery.v1.RefundBatchResult;
import org.stoppayment.proto.recovery.v1.RefundBlocker;

/**
 * Follows an act on a batch: says how far it has come while it takes longer, and then what came of each plan. As JSON, each message is printed when
 * it comes, on a line of its own.
 */
final class BatchRun {

    private static final Pattern WORDS = Pattern.compile("[^A-Z_]+");

    private final Context context;
    private final RefundBatch batch;
    private final List<RefundBatchResult> results = new ArrayList<>();

    BatchRun(Context context, RefundBatch batch) {
        this.context = context;
        this.batch = batch;
    }

    /**
     * Follows it to its end. Each message has what came of a plan, or the batch afterwards. Returns {@link ExitCode#OK} when all is done, {@link
     * ExitCode#REFUSED} when a plan was refused, {@link ExitCode#FAILED} when one failed; throws what the service failed with, after what came before.
     */
    int follow(Iterator<? extends Message> messages) {
        Console console = context.console();
        try (DelayedProgress progress = new DelayedProgress(console, done())) {
            while (messages.hasNext()) {
                Message told = messages.next();
                part(told, RefundBatchResult.class).ifPresent(results::add);
                progress.nextStep(done());
                if (context.output().json()) {
                    console.print(MessageJson.line(context.output().visible(told)));
                } else {
                    part(told, RefundBatch.class).ifPresent(this::print);
                }
            }
        } catch (StatusRuntimeException interrupted) {
            if (!results.isEmpty()) {
                if (!context.output().json()) {
                    console.print(table());
                }
                console.progress(console.text(BatchText.REPEAT, results.size(), batch.getPlans()));
            }
            throw interrupted;
        }
        return exitCode();
    }

    private static <T> Optional<T> part(Message told, Class<T> type) {
        return told.getAllFields().values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private String done() {
        return context.console().text(BatchText.DONE_OF, results.size(), batch.getPlans());
    }

    private void print(RefundBatch after) {
        Console console = context.console();
        if (!results.isEmpty()) {
            console.print(table());
            console.print("");
        }
        console.print(new BatchView(console).totals(after));
    }

    private String table() {
        Console console = context.console();
        Table table = new Table(
                Heading.of(console, Heading.NUMBER, Heading.PLAN, Heading.TO_PAY, Heading.OUTCOME, Heading.DETAIL));
        results.stream()
                .sorted(Comparator.comparingInt(RefundBatchResult::getNumber))
                .forEach(result -> table.row(
                        result.getNumber(),
                        result.getPlanId(),
                        Formats.yuan(result.getPayFen()),
                        console.toned(
                                tone(result.getOutcome()), console.vocabulary().value(result.getOutcome())),
                        Formats.orDash(detail(result))));
        return table.render(console);
    }

    /** As the refusal of a request for one plan is shown: the reason, in the language of the reader when it is known, and the code. */
    private String detail(RefundBatchResult result) {
        if (result.getCode().isEmpty()) {
            return result.getReason();
        }
        String text = ReasonTexts.of(
                        result.getCode(), context.console().texts().language().locale())
                .map(known -> blockers(result)
                        .map(blockers -> known + ": " + blockers)
                        .orElse(known))
                .orElse(result.getReason());
        return text + " [" + result.getCode() + "]";
    }

    /** What stands in the way of a plan, in the language of the reader; empty when the refusal names none. */
    private Optional<String> blockers(RefundBatchResult result) {
        return Stream.of(RefundBlocker.values())
                .filter(blocker -> blocker != RefundBlocker.UNRECOGNIZED)
                .filter(blocker -> WORDS.splitAsStream(result.getReason())
                        .anyMatch(word -> blocker.name().equals("REFUND_BLOCKER_" + word)))
                .map(context.console().vocabulary()::value)
                .reduce((left, right) -> left + ", " + right)
                .filter(found -> result.getCode().equals("PLAN_BLOCKED"));
    }

    private static Tone tone(RefundBatchOutcome outcome) {
        return switch (outcome) {
            case REFUND_BATCH_OUTCOME_DONE -> Tone.GOOD;
            case REFUND_BATCH_OUTCOME_DONE_BEFORE, REFUND_BATCH_OUTCOME_PASSED_OVER -> Tone.QUIET;
            default -> Tone.BAD;
        };
    }

    private int exitCode() {
        if (results.stream()
                .anyMatch(result -> result.getOutcome() == RefundBatchOutcome.REFUND_BATCH_OUTCOME_FAILED)) {
            return ExitCode.FAILED;
        }
        return results.stream()
                        .anyMatch(result -> result.getOutcome() == RefundBatchOutcome.REFUND_BATCH_OUTCOME_REFUSED)
                ? ExitCode.REFUSED
                : ExitCode.OK;
    }
}
