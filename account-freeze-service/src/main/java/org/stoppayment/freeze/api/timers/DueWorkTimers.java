package org.stoppayment.freeze.api.timers;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.stoppayment.freeze.alerts.application.PostingAlerts;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.application.WarningOfExpiringStops;
import org.stoppayment.freeze.amendments.application.ReleasingWithdrawnStops;
import org.stoppayment.freeze.amendments.application.SendingAmendments;
import org.stoppayment.freeze.attention.application.ExaminingAttention;
import org.stoppayment.freeze.dissuasion.application.ListingUnreportedVictims;
import org.stoppayment.freeze.facts.application.PublishingFacts;
import org.stoppayment.freeze.holds.application.ApplyingFreezes;
import org.stoppayment.freeze.holds.application.SendingFreezes;
import org.stoppayment.freeze.holds.application.amendments.SendingFreezeAmendments;
import org.stoppayment.freeze.holds.application.unrelated.WarningOfUnrelatedFunds;
import org.stoppayment.freeze.objections.application.AdvancingObjections;
import org.stoppayment.freeze.orders.application.AdvancingDueOrders;
import org.stoppayment.freeze.orders.application.PacedInstitutions;
import org.stoppayment.freeze.queries.application.ApplyingAnswers;
import org.stoppayment.freeze.queries.application.RequestingStatements;
import org.stoppayment.freeze.queries.application.SendingQueries;
import org.stoppayment.freeze.tracing.application.FollowingMoney;
import org.stoppayment.kit.time.Ticker;
import org.stoppayment.kit.work.Jobs;

/** Looks for due work. The rows say when it is due; the timers only how often to look. */
@ApplicationScoped
class DueWorkTimers {

    private static final Duration ALERT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration HOLD_INTERVAL = Duration.ofSeconds(1);
    private static final Duration QUERY_INTERVAL = Duration.ofSeconds(1);
    private static final Duration FACT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration SCREENING_INTERVAL = Duration.ofSeconds(1);
    private static final Duration EXAMINATION_INTERVAL = Duration.ofMinutes(1);

    private final AdvancingDueOrders orders;
    private final PacedInstitutions institutions;
    private final FollowingMoney following;
    private final SendingAmendments amendments;
    private final ReleasingWithdrawnStops releasing;
    private final RaisingAlerts alerts;
    private final WarningOfExpiringStops warnings;
    private final PostingAlerts posting;
    private final ListingUnreportedVictims listing;
    private final ExaminingAttention examining;
    private final SendingFreezes freezes;
    private final SendingFreezeAmendments freezeAmendments;
    private final ApplyingFreezes applying;
    private final AdvancingObjections objections;
    private final WarningOfUnrelatedFunds unrelated;
    private final SendingQueries queries;
    private final ApplyingAnswers answers;
    private final RequestingStatements requests;
    private final PublishingFacts facts;
    private final TimerConfig config;
    private final Vertx vertx;
    private final Jobs jobs;
    private final List<Ticker> tickers = new ArrayList<>();

    DueWorkTimers(
            AdvancingDueOrders orders,
            PacedInstitutions institutions,
            FollowingMoney following,
            SendingAmendments amendments,
            ReleasingWithdrawnStops releasing,
            RaisingAlerts alerts,
            WarningOfExpiringStops warnings,
            PostingAlerts posting,
            ListingUnreportedVictims listing,
            ExaminingAttention examining,
            SendingFreezes freezes,
            SendingFreezeAmendments freezeAmendments,
            ApplyingFreezes applying,
            AdvancingObjections objections,
            WarningOfUnrelatedFunds unrelated,
            SendingQueries queries,
            ApplyingAnswers answers,
            RequestingStatements requests,
            PublishingFacts facts,
            TimerConfig config,
            Vertx vertx,
            Jobs jobs) {
        this.orders = orders;
        this.institutions = institutions;
        this.following = following;
        this.amendments = amendments;
        this.releasing = releasing;
        this.alerts = alerts;
        this.warnings = warnings;
        this.posting = posting;
        this.listing = listing;
        this.examining = examining;
        this.freezes = freezes;
        this.freezeAmendments = freezeAmendments;
        this.applying = applying;
        this.objections = objections;
        this.unrelated = unrelated;
        this.queries = queries;
        this.answers = answers;
        this.requests = requests;
        this.facts = facts;
        this.config = config;
        this.vertx = vertx;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        if (!config.lookForDueWork().isZero()) {
            look(config.lookForDueWork());
        }
    }

    /** Starts to look for due work; for urgent work every {@code period}. */
    void look(Duration period) {
        every(period, "orders", orders::advance);
        every(period, "gateway", institutions::endOutage);
        every(period, "claims", following::followDue);
        every(period, "follow-ups", amendments::advance);
        every(period, "releases", releasing::release);
        every(HOLD_INTERVAL, "freezes", freezes::advance);
        every(HOLD_INTERVAL, "freeze-follow-ups", freezeAmendments::advance);
        every(HOLD_INTERVAL, "freeze-bookings", applying::applyDue);
        every(HOLD_INTERVAL, "objections", objections::advance);
        every(HOLD_INTERVAL, "unrelated-funds", unrelated::warn);
        every(QUERY_INTERVAL, "queries", queries::advance);
        every(QUERY_INTERVAL, "query-answers", answers::applyDue);
        every(QUERY_INTERVAL, "statement-requests", requests::request);
        every(FACT_INTERVAL, "facts", facts::publish);
        every(ALERT_INTERVAL, "alerts", alerts::raiseDue);
        every(ALERT_INTERVAL, "lapse-warnings", warnings::warn);
        every(ALERT_INTERVAL, "alert-posts", posting::post);
        every(SCREENING_INTERVAL, "dissuasion-list", listing::list);
        every(EXAMINATION_INTERVAL, "attention-examinations", examining::examine);
    }

    private void every(Duration period, String name, Supplier<Uni<Void>> look) {
        tickers.add(new Ticker(vertx, period, jobs.named(name), look));
    }

    @PreDestroy
    void stop() {
        tickers.forEach(Ticker::close);
    }
}
