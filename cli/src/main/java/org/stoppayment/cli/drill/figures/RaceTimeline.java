package org.stoppayment.cli.drill.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stoppayment.cli.drill.accounting.LossCause;
import org.stoppayment.cli.drill.accounting.MoneyPart;
import org.stoppayment.cli.drill.accounting.MoneyPart.Outcome;
import org.stoppayment.cli.drill.figures.DrillReport.Moment;

/**
 * What was stopped and what was gone over time from the call of each case, without what left before the call. Limited to about
 * 240 moments; the last one is always kept.
 */
final class RaceTimeline {

    private static final int MAX_MOMENTS = 240;

    private record Event(long millis, long fen, boolean stopped) {}

    private RaceTimeline() {}

    static List<Moment> of(List<CaseParts> cases) {
        List<Event> events = new ArrayList<>();
        for (CaseParts each : cases) {
            for (MoneyPart part : each.parts()) {
                if (part.at() != null && part.cause() != LossCause.BEFORE_CALL) {
                    events.add(
                            new Event(each.result().millis(part.at()), part.fen(), part.outcome() == Outcome.STOPPED));
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
        int step = moments.size() / MAX_MOMENTS + 1;
        List<Moment> kept = new ArrayList<>();
        for (int i = 0; i < moments.size() - 1; i += step) {
            kept.add(moments.get(i));
        }
        kept.add(moments.get(moments.size() - 1));
        return List.copyOf(kept);
    }
}
