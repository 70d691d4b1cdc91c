package org.stoppayment.simulator.institution;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.wire.Query;
import org.stoppayment.simulator.wire.QueryAnswer;
import org.stoppayment.simulator.wire.QueryParts;

/** The watches of one institution. Each reports what is booked on its account, in reports that are numbered from 1. Thread-safe. */
final class Watches {

    private static final ResultCode NO_WATCH = new ResultCode("0400");
    private static final ResultCode ENDED = new ResultCode("1900");

    private final Ledger ledger;
    private final BiConsumer<QueryRecord, QueryAnswer> reported;
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();

    /** {@code reported} is told each report, with the query that began the watch. */
    Watches(Ledger ledger, BiConsumer<QueryRecord, QueryAnswer> reported) {
        this.ledger = ledger;
        this.reported = reported;
    }

    /** A watch; its fields are guarded by the object. */
    private static final class Watch {
        private final QueryRecord record;
        private final Instant startedAt;
        private Instant endsAt;
        private long lastSequence;
        private long reports;
        private boolean isOver;

        private Watch(QueryRecord record, QueryParts.Watch begun, long lastSequence) {
            this.record = record;
            this.startedAt = begun.startedAt();
            this.endsAt = begun.endsAt();
            this.lastSequence = lastSequence;
        }
    }

    /** Begins the watch that the answer to a query tells of; {@code lastSequence} is the last booking before it. */
    void begin(QueryRecord record, QueryAnswer answer, long lastSequence) {
        Optional.ofNullable(answer.watch())
                .ifPresent(begun ->
                        watches.putIfAbsent(record.query().applicationId(), new Watch(record, begun, lastSequence)));
    }

    /** Ends a watch; the answer to the query that says so. */
    QueryAnswer end(Query query, QueryAnswer answer, Instant now) {
        Optional<Watch> watch = query.originalApplicationId()
                .map(watches::get)
                .filter(known -> known.record.query().account().equals(query.account()));
        if (watch.isEmpty()) {
            return QueryAnswer.plain(query.applicationId(), NO_WATCH, List.of("originalApplicationId"));
        }
        synchronized (watch.get()) {
            report(watch.get(), now);
            if (watch.get().isOver) {
                return QueryAnswer.plain(query.applicationId(), ENDED, List.of());
            }
            watch.get().endsAt = now.truncatedTo(ChronoUnit.MILLIS);
            watch.get().isOver = true;
            tell(watch.get());
        }
        return answer;
    }

    /** Reports what was booked since the last time. */
    void update(Instant now) {
        watches.values().forEach(watch -> report(watch, now));
    }

    void clear() {
        watches.clear();
    }

    private void report(Watch watch, Instant now) {
        synchronized (watch) {
            if (watch.isOver) {
                return;
            }
            long last = ledger.lastSequence();
            Optional<QueryParts.Report> report = ledger.report(
                    watch.record.query(), watch.reports + 1, watch.lastSequence, watch.startedAt, watch.endsAt);
            watch.lastSequence = report.stream()
                    .flatMap(seen -> seen.bookings().stream())
                    .mapToLong(QueryParts.Booking::sequence)
                    .reduce(last, Math::max); // something may have been booked since the number was read
            watch.isOver = now.isAfter(watch.endsAt);
            report.ifPresent(seen -> {
                watch.reports = seen.sequence();
                tell(watch);
                reported.accept(watch.record, answerAbout(watch, now).with(seen));
            });
        }
    }

    /** From now on inquiries are told how far the watch is. */
    private static void tell(Watch watch) {
        synchronized (watch.record) {
            watch.record
                    .answer()
                    .map(said -> said.with(new QueryParts.Watch(watch.startedAt, watch.endsAt, watch.reports)))
                    .ifPresent(watch.record::replaceAnswer);
        }
    }

    private static QueryAnswer answerAbout(Watch watch, Instant now) {
        Query query = watch.record.query();
        return QueryAnswer.about(query.applicationId(), query.account().number(), now.truncatedTo(ChronoUnit.MILLIS));
    }
}
