package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.Operator;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.StopOrder;
import org.stoppayment.gateway.orders.domain.Transfer;
import org.stoppayment.gateway.registry.domain.CallLimits;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.gateway.registry.domain.InstitutionKind;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.time.CorrectedTime;
import org.stoppayment.kit.warmup.WarmUp;
import org.stoppayment.kit.warmup.WarmUpConfig;

/** Warms up orders: sends them, through a guard and an adapter like those of an institution, to a {@link StandInInstitution}. */
@Singleton
class OrderWarmUp implements WarmUp {

    private static final InstitutionCode CODE = new InstitutionCode("102100099996");

    /** Of sixteen zero bytes: nobody else signs with it. */
    private static final WebhookSignature SIGNATURE = new WebhookSignature("whsec_AAAAAAAAAAAAAAAAAAAAAA==");

    private record Way(InstitutionGuard guard, InstitutionAdapter adapter) {}

    private final StandInInstitution standIn;
    private final InstantSource time;
    private final Ids ids;
    private final Uni<Way> way;

    OrderWarmUp(
            StandInInstitution standIn,
            AdapterFactory adapters,
            GatewayConfig config,
            WarmUpConfig warmUp,
            CorrectedTime time,
            CallTimer timer,
            Ids ids) {
        this.standIn = standIn;
        this.time = time;
        this.ids = ids;
        this.way = Uni.createFrom()
                .deferred(standIn::open)
                .map(endpoint -> institution(endpoint, warmUp.maxTime()))
                .map(institution -> new Way(
                        new InstitutionGuard(institution, config.circuit(), time::nanoTime, timer, false),
                        adapters.adapterFor(institution)))
                .memoize()
                .indefinitely();
    }

    @Override
    public String name() {
        return "orders to institutions";
    }

    @Override
    public Uni<Void> run() {
        StopOrder order = order(new ApplicationId(ids.next().toString()), time.instant());
        return way.chain(open -> open.guard()
                        .call(CallPriority.FRESH, attempt -> open.adapter().send(order, attempt)))
                .invoke(OrderWarmUp::requireAnswer)
                .replaceWithVoid();
    }

    @Override
    public void end() {
        standIn.close();
    }

    private static void requireAnswer(Outcome outcome) {
        if (!(outcome instanceof Outcome.Answered)) {
            throw new IllegalStateException("outcome: " + outcome.kind() + " (expected: an answer)");
        }
    }

    /** A call may take as long as the warm-up: on a slow machine the first one does. */
    private static Institution institution(URI endpoint, Duration callTimeout) {
        CallLimits limits = new CallLimits(callTimeout, 64, 1024, 100_000);
        return new Institution(
                CODE, "warm-up", "", "warm-up", InstitutionKind.BANK, List.of(), endpoint, SIGNATURE, limits);
    }

    private StopOrder order(ApplicationId id, Instant now) {
        Account account = new Account(CODE.value(), "warmup.1", "warm-up", AccountKind.BANK_PERSONAL);
        return new StopOrder(
                id,
                ids.next(),
                account,
                List.of(new Transfer(
                        Optional.of(Money.ofFen(100)), "CNY", Optional.of(now), "warm-up", Optional.of(account))),
                false,
                Optional.empty(),
                "OTHER",
                now,
                new Operator("warm-up", "0"),
                false,
                false,
                Optional.empty());
    }
}
