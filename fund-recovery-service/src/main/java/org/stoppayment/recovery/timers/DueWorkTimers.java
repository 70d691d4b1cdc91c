package org.stoppayment.recovery.timers;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.kit.postgres.Contexts;
import org.stoppayment.kit.time.Ticker;
import org.stoppayment.kit.work.Jobs;
import org.stoppayment.recovery.attribution.application.AttributingMoney;
import org.stoppayment.recovery.attribution.application.AttributionConfig;
import org.stoppayment.recovery.payments.application.PaymentConfig;
import org.stoppayment.recovery.payments.application.SendingPayments;
import org.stoppayment.recovery.plans.application.DraftingPlans;
import org.stoppayment.recovery.plans.application.PlanConfig;
import org.stoppayment.recovery.reconciliation.application.ReconciliationConfig;
import org.stoppayment.recovery.reconciliation.application.ReconcilingBooks;
import org.stoppayment.recovery.watch.application.RecoveryWatchConfig;
import org.stoppayment.recovery.watch.application.WatchingRecovery;

/** Does due work. Tests turn it off and do it by hand. */
@ApplicationScoped
class DueWorkTimers {

    private final AttributingMoney attributing;
    private final AttributionConfig attribution;
    private final DraftingPlans drafting;
    private final PlanConfig plans;
    private final SendingPayments sending;
    private final PaymentConfig payments;
    private final WatchingRecovery watching;
    private final RecoveryWatchConfig watch;
    private final ReconcilingBooks reconciling;
    private final ReconciliationConfig reconciliation;
    private final Vertx vertx;
    private final Jobs jobs;
    private final List<Ticker> tickers = new ArrayList<>();

    DueWorkTimers(
            AttributingMoney attributing,
            AttributionConfig attribution,
            DraftingPlans drafting,
            PlanConfig plans,
            SendingPayments sending,
            PaymentConfig payments,
            WatchingRecovery watching,
            RecoveryWatchConfig watch,
            ReconcilingBooks reconciling,
            ReconciliationConfig reconciliation,
            Vertx vertx,
            Jobs jobs) {
        this.attributing = attributing;
        this.attribution = attribution;
        this.drafting = drafting;
        this.plans = plans;
        this.sending = sending;
        this.payments = payments;
        this.watching = watching;
        this.watch = watch;
        this.reconciling = reconciling;
        this.reconciliation = reconciliation;
        this.vertx = vertx;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        if (!attribution.lookForDueAccounts().isZero()) {
            tickers.add(new Ticker(
                    vertx, attribution.lookForDueAccounts(), jobs.named("attribution"), attributing::computeDue));
        }
        if (!plans.lookForDueDrafts().isZero()) {
            tickers.add(new Ticker(
                    vertx,
                    plans.lookForDueDrafts(),
                    jobs.named("drafts"),
                    () -> Contexts.onNewContext(vertx, drafting::draftDue)));
        }
        if (!payments.lookForDuePayments().isZero()) {
            tickers.add(new Ticker(vertx, payments.lookForDuePayments(), jobs.named("payments"), sending::advance));
        }
        if (!watch.look().isZero()) {
            tickers.add(new Ticker(
                    vertx,
                    watch.look(),
                    jobs.named("recovery-looks"),
                    () -> Contexts.onNewContext(vertx, watching::look)));
        }
        if (!reconciliation.lookForDueAccounts().isZero()) {
            tickers.add(new Ticker(
                    vertx, reconciliation.lookForDueAccounts(), jobs.named("reconciliation"), reconciling::compareDue));
        }
    }

    @PreDestroy
    void stop() {
        tickers.forEach(Ticker::close);
    }
}
