package org.stoppayment.freeze.orders.application;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.stoppayment.freeze.alerts.application.AlertHook;
import org.stoppayment.freeze.alerts.application.Alerts;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.application.WarningOfExpiringStops;
import org.stoppayment.freeze.amendments.application.AmendmentGateway;
import org.stoppayment.freeze.amendments.application.Amendments;
import org.stoppayment.freeze.amendments.application.ApplyingAmendments;
import org.stoppayment.freeze.amendments.application.RecordingAmendments;
import org.stoppayment.freeze.amendments.application.SendingAmendments;
import org.stoppayment.freeze.amendments.application.StopReleases;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.books.application.FundsEvents;
import org.stoppayment.freeze.orders.application.admission.InFlightConfig;
import org.stoppayment.freeze.orders.application.admission.SendsInFlight;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.tracing.application.FollowingMoney;
import org.stoppayment.freeze.tracing.application.PlacingWaitingOrders;
import org.stoppayment.freeze.tracing.application.TracePlanner;
import org.stoppayment.freeze.tracing.application.Traces;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.outbox.OutboxRelay;

/** Makes replicas of the service: they share its database and its institutions, and nothing that a process keeps in memory. */
@Singleton
class Replicas {

    @Inject
    StopOrders orders;

    @Inject
    Institutions institutions;

    @Inject
    Amendments messages;

    @Inject
    FollowingMoney following;

    @Inject
    Traces traces;

    @Inject
    TracePlanner planner;

    @Inject
    PlacingWaitingOrders waiting;

    @Inject
    SendingClearedOrders clearing;

    @Inject
    FundsEvents events;

    @Inject
    OutboxRelay relay;

    @Inject
    RuleSets ruleSets;

    @Inject
    OrderDueTimes dueTimes;

    @Inject
    AmendmentDueTimes amendmentDueTimes;

    @Inject
    AmendmentGateway amendmentGateway;

    @Inject
    SendingConfig config;

    @Inject
    InFlightConfig inFlight;

    @Inject
    Alerts alerts;

    @Inject
    AlertHook hook;

    @Inject
    StopReleases releases;

    /** Another replica that works by the service's clock. */
    @Produces
    @Singleton
    Replica another(InstantSource clock) {
        return withClock(clock);
    }

    /** A replica that works by that clock. */
    Replica withClock(InstantSource clock) {
        Ids ids = new Ids(clock);
        RecordingAnswers recording =
                new RecordingAnswers(orders, institutions, following, events, relay, ruleSets, dueTimes, clock);
        PacedInstitutions paced = new PacedInstitutions(institutions, orders, clock);
        SendingOrders sending = new SendingOrders(paced, recording, new SendsInFlight(inFlight), clock);
        RaisingAlerts raising = new RaisingAlerts(alerts, hook, ruleSets, clock, ids);
        return new Replica(
                new AdvancingDueOrders(
                        orders,
                        paced,
                        sending,
                        new InquiringForBookings(paced, recording),
                        recording,
                        ruleSets,
                        config,
                        clock),
                new WarningOfExpiringStops(alerts, raising, ruleSets, clock, ids),
                new SendingAmendments(
                        messages,
                        orders,
                        amendmentGateway,
                        new RecordingAmendments(
                                messages,
                                new ApplyingAmendments(recording, raising, ruleSets, releases, clock),
                                ruleSets,
                                amendmentDueTimes,
                                clock),
                        amendmentDueTimes,
                        clock),
                new FollowingMoney(traces, institutions, planner, waiting, clearing, sending, relay, raising, clock));
    }
}
