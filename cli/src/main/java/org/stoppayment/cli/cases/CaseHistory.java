package org.stoppayment.cli.cases;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.TimelineEntry;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.Filing;
import org.stoppayment.proto.intake.v1.ReportedTransfer;

/** What happened in a case, oldest first, as case-intake and account-freeze recorded it. */
public final class CaseHistory {

    /** What happened. */
    public enum Kind {
        /** The report became durable. */
        REPORTED,
        /** A transfer was added. */
        ADDED,
        /** A transfer was corrected by another. */
        CORRECTED,
        /** An order came to a state. */
        ORDER,
        /** The term of a stop was extended. */
        EXTENDED,
        /** The case was filed. */
        FILED,
        /** The filing of the case was corrected. */
        FILING_CORRECTED,
        /** The case was closed after it was filed. */
        CLOSED,
        /** The case was withdrawn. */
        WITHDRAWN
    }

    /**
     * An event.
     *
     * @param at when
     * @param kind what happened
     * @param transfer the transfer that was added or that corrects another; empty for other events
     * @param order the order; empty for events of the case
     * @param step the order's step; empty for events of the case
     * @param filing the revision of the filing; empty for other events
     */
    public record Event(
            Instant at,
            Kind kind,
            Optional<ReportedTransfer> transfer,
            Optional<StopOrder> order,
            Optional<TimelineEntry> step,
            Optional<Filing> filing) {}

    private CaseHistory() {}

    /** The events of a case. What happened to an order of another case before this report is left out. */
    public static List<Event> of(Case found, CaseProgress progress) {
        List<Event> events = new ArrayList<>();
        Instant reportedAt = OrderStates.instant(found.getAcceptedAt());
        events.add(ofCase(found.getAcceptedAt(), Kind.REPORTED));
        found.getTransfersList().stream()
                .filter(ReportedTransfer::hasAcceptedAt)
                .filter(each -> !each.getAcceptedAt().equals(found.getAcceptedAt()))
                .map(CaseHistory::ofTransfer)
                .forEach(events::add);
        for (StopOrder order : progress.getOrdersList()) {
            order.getTimelineList().stream()
                    .map(step -> ofOrder(order, step))
                    .filter(event -> !order.getJoined() || !event.at().isBefore(reportedAt))
                    .forEach(events::add);
        }
        found.getFilingsList().stream().map(CaseHistory::ofFiling).forEach(events::add);
        if (found.hasClosing()) {
            events.add(ofCase(found.getClosing().getClosedAt(), Kind.CLOSED));
        }
        if (found.hasWithdrawal()) {
            events.add(ofCase(found.getWithdrawal().getWithdrawnAt(), Kind.WITHDRAWN));
        }
        events.sort(Comparator.comparing(Event::at)); // stable: events of one moment keep their causal order
        return events;
    }

    private static Event ofCase(Timestamp at, Kind kind) {
        return new Event(
                OrderStates.instant(at), kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Event ofFiling(Filing filing) {
        return new Event(
                OrderStates.instant(filing.getRecordedAt()),
                filing.getReason().isEmpty() ? Kind.FILED : Kind.FILING_CORRECTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(filing));
    }

    private static Event ofTransfer(ReportedTransfer transfer) {
        return new Event(
                OrderStates.instant(transfer.getAcceptedAt()),
                transfer.getCorrectsTransferId().isEmpty() ? Kind.ADDED : Kind.CORRECTED,
                Optional.of(transfer),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Event ofOrder(StopOrder order, TimelineEntry step) {
        return new Event(
                OrderStates.instant(step.getAt()),
                step.getCause().equals(Kind.EXTENDED.name()) ? Kind.EXTENDED : Kind.ORDER,
                Optional.empty(),
                Optional.of(order),
                Optional.of(step),
                Optional.empty());
    }
}
