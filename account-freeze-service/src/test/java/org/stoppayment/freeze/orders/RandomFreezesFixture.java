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
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;

/**
 * Freezes of accounts that orders are on: at once or after a while, in time or too late, changed, ended, and told twice. Refunds are paid
 * out of them, also after their end, and may come back.
 */
abstract class RandomFreezesFixture extends RandomOfficersFixture {

    private static final int MAX_FEN = 200_000;

    /** A freeze that nobody sends, tells of or books. */
    private static final String FREEZE_ROW = """
            {"account_name": "", "account_kind": "BANK_PERSONAL", "mode": "FULL", "reason": "", "filing_number": "",
             "filing_organisation": "", "document_digest": "%s", "approved_by": "{}", "approval_level": "COUNTY",
             "major_case": false, "ordered_by": "{}", "requested_at": "2026-03-01T00:00:00Z", "tainted_fen": 0, "ends_stop": false,
             "rule_set": "", "state": "DECLINED", "attempts": 0, "failures": 0, "result_code": "", "manual_reason": "",
             "expires_at": "2027-03-01T00:00:00Z", "timeline": "[]", "version": 0, "unpublished": false, "publications": 0}
            """.formatted("ab".repeat(32));

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
        if (random.nextInt(3) == 0) {
            long returned = random.nextInt(MAX_FEN);
            pay(freeze, returned);
            model.freezes().returned(id, freeze.caseId(), account, returned);
        }
        long fen = random.nextInt(MAX_FEN);
        if (random.nextBoolean()) {
            booking.changed(freeze.id(), caseId, freeze.account(), Money.ofFen(fen))
                    .await()
                    .atMost(PATIENCE);
            model.freezes().changed(id, freeze.caseId(), account, fen);
        } else {
            ClaimFreeze.End end = any(List.of(ClaimFreeze.End.values()));
            booking.ended(freeze.id(), caseId, freeze.account(), Money.ofFen(fen), end)
                    .await()
                    .atMost(PATIENCE);
            model.freezes().ended(id, freeze.caseId(), account, fen, FreezeReferenceModel.End.valueOf(end.name()));
        }
    }

    /** What is paid back out of a freeze in all is {@code fen} now. Only the sum of the row is booked. */
    private void pay(Freeze freeze, long fen) {
        database.execute("INSERT INTO freeze_order SELECT (jsonb_populate_record(NULL::freeze_order, '" + FREEZE_ROW
                + "'::jsonb || jsonb_build_object('application_id', '" + freeze.id() + "', 'case_id', '"
                + freeze.caseId()
                + "', 'institution_code', '" + freeze.account().institutionCode() + "', 'account_number', '"
                + freeze.account().number() + "', 'returned_fen', " + fen + "))).*"
                + " ON CONFLICT (application_id) DO UPDATE SET returned_fen = excluded.returned_fen");
    }
}
