package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.BatchId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.batches.application.Batches.Listed;
import org.stoppayment.recovery.batches.domain.BatchLine;
import org.stoppayment.recovery.batches.domain.BatchState;
import org.stoppayment.recovery.batches.domain.LineState;
import org.stoppayment.recovery.batches.domain.LineTotal;
import org.stoppayment.recovery.batches.domain.RefundBatch;
import org.stoppayment.recovery.shared.application.Page;

/** Shows batches. */
@ApplicationScoped
public class ViewingBatches {

    private final Batches batches;
    private final InstantSource clock;

    ViewingBatches(Batches batches, InstantSource clock) {
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * A batch, and where it stands.
     *
     * @param batch the batch
     * @param state where it stands
     * @param totals its plans by where they stand; empty in a list of batches
     */
    public record Viewed(RefundBatch batch, BatchState state, List<LineTotal> totals) {}

    /** A batch with its totals; fails with {@link ServiceException.NotFound} when there is none. */
    public Uni<Viewed> view(String batchId) {
        return require(batchId).chain(batch -> allLines(batch).map(lines -> {
            boolean isOpen = lines.stream().anyMatch(line -> !line.state().hasEnded());
            return new Viewed(batch, BatchState.of(batch, isOpen), LineTotal.of(lines));
        }));
    }

    /** A batch; fails with {@link ServiceException.NotFound} when there is none. */
    public Uni<RefundBatch> require(String batchId) {
        BatchId id = new BatchId(Ids.parseField("batchId", batchId));
        return batches.find(id)
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("batchId", id.toString())));
    }

    /** All plans of a batch. */
    Uni<List<BatchLine>> allLines(RefundBatch batch) {
        return batches.lines(batch.id(), 0, batch.plans(), clock.instant());
    }

    /** Plans of a batch by their numbers, from {@code number} on. */
    Uni<List<BatchLine>> linesFrom(RefundBatch batch, int number, int max) {
        return batches.lines(batch.id(), number - 1, max, clock.instant());
    }

    /** True when a plan of a batch still waits for its decision, and no other batch has it. */
    Uni<Boolean> isSubmitted(BatchId batchId, BatchLine line) {
        return batches.lines(batchId, line.number() - 1, 1, clock.instant())
                .map(found -> found.get(0).state() == LineState.SUBMITTED);
    }

    /** Batches without totals, the latest first. */
    public Uni<Page<Viewed>> list(boolean onlyOpen, int pageSize, String after) {
        int size = Page.size(pageSize);
        Optional<BatchId> before =
                after.isEmpty() ? Optional.empty() : Optional.of(new BatchId(Ids.parseField("pageToken", after)));
        return batches.list(onlyOpen, before, size + 1)
                .map(found ->
                        Page.of(found.stream().map(ViewingBatches::listed).toList(), size, viewed -> viewed.batch()
                                .id()
                                .toString()));
    }

    private static Viewed listed(Listed each) {
        return new Viewed(each.batch(), BatchState.of(each.batch(), each.hasOpenPlans()), List.of());
    }

    /** The plans of a batch, by their numbers; fails with {@link ServiceException.NotFound} when there is no such batch. */
    public Uni<Page<BatchLine>> lines(String batchId, int pageSize, String after) {
        int size = Page.size(pageSize);
        int last = number(after);
        return require(batchId)
                .chain(batch -> batches.lines(batch.id(), last, size + 1, clock.instant()))
                .map(found -> Page.of(found, size, line -> String.valueOf(line.number())));
    }

    private static int number(String token) {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseUnsignedInt(token);
        } catch (NumberFormatException invalid) {
            throw new ServiceException.InvalidInput(
                    "pageToken", "FORM", "value: " + token.length() + " characters (expected: that of a page before)");
        }
    }
}
