package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.freezes.AwaitingFreeze;
import org.stoppayment.freeze.amendments.application.freezes.BookingFreezes;
import org.stoppayment.freeze.amendments.application.freezes.FreezeInEffect;
import org.stoppayment.freeze.books.domain.ClaimFreeze;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.freeze.testkit.reference.FreezeReferenceModel;
import org.stoppayment.freeze.testkit.reference.OrderBook.Line;
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.Money;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;

/** Freezes of accounts that orders are on: at once or after a while, in time or too late, changed, ended, and told twice. */
abstract class RandomFreezesFixture extends RandomOfficersFixture {

    private static final int MAX_FEN = 200_000;

    /** A freeze that was ordered, and the stop that it names. */
    private record Freeze(ApplicationId id, String caseId, Line stop, Instant orderedAt) {
        private AccountRef.Key account() {
            return new AccountRef.Key(stop.institutionCode(), stop.number());
        }
    }

    @Inject
    BookingFreezes booking;

    @Inject
    AwaitingFreeze awaiting;

    @Inject
    Ids ids;

    private final List<Freeze> undecided = new ArrayList<>();
    private final List<Freeze> booked = new ArrayList<>();

    @Override
    protected void newWorld() {
        super.newWorld();
        undecided.clear();
        booked.clear();
    }

    /** A case that claims the account of an order freezes it; what comes of that is known at once, or later. */
    protected void freeze(Line stop) {
        if (stop.institutionCode().equals(NOBODY) || claimants(stop).isEmpty()) {
            return;
        }
        Freeze freeze = new Freeze(ids.newApplicationId(), any(claimants(stop)), stop, now());
        boolean expected = model.freezes().awaited(freeze.id().toString(), stop.id(), now());
        boolean awaits =
                awaiting.await(ApplicationId.of(stop.id()), freeze.id()).await().atMost(PATIENCE)
                        == AwaitingFreeze.Outcome.AWAITED;
        assertThat(awaits).as("awaits the freeze, %s", when()).isEqualTo(expected);
        if (random.nextInt(3) == 0) {
            undecided.add(freeze);
        } else {
            begin(freeze, now());
        }
    }

    /** An undecided freeze begins after all, when it was ordered or now; or it is declined. */
    protected void decideFreeze() {
        if (undecided.isEmpty()) {
            return;
        }
        Freeze freeze = any(undecided);
        undecided.remove(freeze);
        if (random.nextInt(3) > 0) {
            begin(freeze, random.nextBoolean() ? freeze.orderedAt() : now());
        } else {
            awaiting.decided(ApplicationId.of(freeze.stop().id()), freeze.id())
                    .await()
                    .atMost(PATIENCE);
            model.freezes().decided(freeze.id().toString(), freeze.stop().id(), now());
        }
    }

    private void begin(Freeze freeze, Instant began) {
        boolean othersAreActive = othersAreActive(freeze);
        long fen = random.nextInt(MAX_FEN);
        FreezeInEffect inEffect = new FreezeInEffect(
                freeze.id(),
                CaseId.of(freeze.caseId()),
                freeze.account(),
                Optional.of(ApplicationId.of(freeze.stop().id())),
                true,
                began,
                Money.ofFen(fen),
                new Decision("filed", "chief 3", Officer.SYSTEM));
        for (int told = 0; told <= random.nextInt(2); told++) {
            booking.inEffect(inEffect).await().atMost(PATIENCE);
        }
        model.freezes()
                .began(freeze.id().toString(), freeze.caseId(), freeze.stop().id(), began, fen, othersAreActive, now());
        booked.add(freeze);
    }

    private boolean othersAreActive(Freeze freeze) {
        return freeze()
                .officer()
                .getStopOrder(GetStopOrderRequest.newBuilder()
                        .setApplicationId(freeze.stop().id())
                        .build())
                .getClaimsList()
                .stream()
                .anyMatch(claim -> claim.getActive() && !claim.getCaseId().equals(freeze.caseId()));
    }

    /** A freeze that began holds another sum, or ends. */
    protected void changeFreeze() {
        if (booked.isEmpty()) {
            return;
        }
        Freeze freeze = any(booked);
        CaseId caseId = CaseId.of(freeze.caseId());
        String account = freeze.stop().account();
        String id = freeze.id().toString();
        if (random.nextBoolean()) {
            long fen = random.nextInt(MAX_FEN);
            booking.changed(freeze.id(), caseId, freeze.account(), Money.ofFen(fen))
                    .await()
                    .atMost(PATIENCE);
            model.freezes().changed(id, freeze.caseId(), account, fen);
        } else {
            ClaimFreeze.End end = any(List.of(ClaimFreeze.End.values()));
            booking.ended(freeze.id(), caseId, freeze.account(), end).await().atMost(PATIENCE);
            model.freezes().ended(id, freeze.caseId(), account, FreezeReferenceModel.End.valueOf(end.name()));
        }
    }
}
