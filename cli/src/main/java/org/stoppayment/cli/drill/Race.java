package org.stoppayment.cli.drill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stoppayment.cli.drill.DrillReport.Moment;
import org.stoppayment.cli.drill.Piece.Fate;

/**
 * How the race went: what was stopped and what was gone, so long after the call of each case. What had left before the call
 * is no part of the race. At most so many moments are kept, the last one always.
 */
final class Race {

    private static final int MAX_MOMENTS = 240;

    private record Event(long millis, long fen, boolean stopped) {}

    private Race() {}

    static List<Moment> of(List<CaseFacts> facts, List<List<Piece>> pieces) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            for (Piece piece : pieces.get(i)) {
                if (piece.at() != null && piece.cause() != Cause.BEFORE_CALL) {
                    events.add(new Event(facts.get(i).millis(piece.at()), piece.fen(), piece.fate() == Fate.STOPPED));
                }
            }
        }
        events.sort(Comparator.comparingLong(Event::millis));
        return thinned(moments(events));
    }

    private static List<Moment> moments(List<Event> events) {
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(0, 0, 0));
        for (Event event : events) {
            Moment last = moments.get(moments.size() - 1);
            moments.add(new Moment(
                    event.millis(),
                    Math.addExact(last.stoppedFen(), event.stopped() ? event.fen() : 0),
                    Math.addExact(last.goneFen(), event.stopped() ? 0 : event.fen())));
        }
        return moments;
    }

    private static List<Moment> thinned(List<Moment> moments) {
        int every = moments.size() / MAX_MOMENTS + 1;
        List<Moment> kept = new ArrayList<>();
        for (int i = 0; i < moments.size() - 1; i += every) {
            kept.add(moments.get(i));
        }
        kept.add(moments.get(moments.size() - 1));
        return List.copyOf(kept);
    }
}
