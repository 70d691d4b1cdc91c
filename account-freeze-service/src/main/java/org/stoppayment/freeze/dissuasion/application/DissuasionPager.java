package org.stoppayment.freeze.dissuasion.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.dissuasion.application.Dissuasions.Filter;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;

/**
 * Reads the dissuasion list, newest first, until a page is full. An entry's state is worked out when it is read, so the rows read
 * include entries that do not match; after {@link #MAX_READS} reads the page ends short, and the next one goes on from there.
 */
final class DissuasionPager {

    static final int MAX_READS = 10;

    /** Minimum number of entries per read. */
    static final int MIN_READ = 50;

    private final Dissuasions dissuasions;
    private final Filter filter;
    private final Instant now;
    private final int rows;
    private final List<Dissuasion> found = new ArrayList<>();

    DissuasionPager(Dissuasions dissuasions, Filter filter, Instant now, int rows) {
        this.dissuasions = dissuasions;
        this.filter = filter;
        this.now = now;
        this.rows = rows;
    }

    /** The page of entries that were listed before {@code before}; the first page when it is empty. */
    Uni<DissuasionPage> page(Optional<UUID> before) {
        return page(before, MAX_READS);
    }

    private Uni<DissuasionPage> page(Optional<UUID> before, int reads) {
        int max = Math.max(rows + 1, MIN_READ);
        return dissuasions.read(filter, before, now, max).chain(read -> {
            read.stream().filter(filter::admits).forEach(found::add);
            if (found.size() > rows) {
                return ended(Optional.of(found.get(rows - 1)));
            }
            if (read.size() < max) {
                return ended(Optional.empty());
            }
            Dissuasion last = read.get(max - 1);
            return found.size() == rows || reads == 1
                    ? ended(Optional.of(last))
                    : page(Optional.of(last.id()), reads - 1);
        });
    }

    private Uni<DissuasionPage> ended(Optional<Dissuasion> last) {
        List<Dissuasion> entries = List.copyOf(found.subList(0, Math.min(rows, found.size())));
        return Uni.createFrom().item(new DissuasionPage(entries, last.map(Dissuasion::id)));
    }
}
