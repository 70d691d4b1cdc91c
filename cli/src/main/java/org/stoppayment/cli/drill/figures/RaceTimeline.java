package org.stoppayment.cli.drill.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stoppayment.cli.drill.accounting.CaseResult;
import org.stoppayment.cli.drill.accounting.LossCause;
import org.stoppayment.cli.drill.accounting.MoneyPart;
import org.stoppayment.cli.drill.accounting.MoneyPart.Fate;
import org.stoppayment.cli.drill.figures.DrillReport.Moment;

/**
 * How the race went: what was stopped and what was gone, so long after the call of each case. What had left before the call
 * is no part of the race. At most so many moments are kept, the last one always.
 */
final class RaceTimeline {

    private static final int MAX_MOMENTS = 240;

    private record Event(long millis, long fen, boolean stopped) {}

    private RaceTimeline() {}

    static List<Moment> of(List<CaseResult> facts, List<List<MoneyPart>> pieces) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            for (MoneyPart piece : pieces.get(i)) {
                if (piece.at() != null && piece.cause() != LossCause.BEFORE_CALL) {
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
