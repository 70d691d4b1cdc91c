package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.reference.OrderBook.Line;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderResponse;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.StopClaim;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.Feedback;

/** What officers order about stops, and what banks make of it: they do it, decline it, answer later, or are away for a while. */
abstract class RandomOfficersFixture extends RandomWorldFixture {

    /** A message about a stop that the bank took and has not answered for good. */
    private record Message(String id, boolean isExtension, Line order) {}

    /** Accounts that bookings were told of. */
    protected final Set<String> withBookings = new HashSet<>();

    private final Map<String, Message> unanswered = new HashMap<>();
    /** Messages about stops that went out. */
    private final Set<String> sent = new HashSet<>();

    @Override
    protected void newWorld() {
        super.newWorld();
        withBookings.clear();
        unanswered.clear();
        sent.clear();
    }

    protected void extend(Line stop) {
        order(stop, true, model.mayExtend(stop.id(), now()), () -> requestExtension(stop.id()));
    }

    protected void lift(Line stop) {
        GetStopOrderResponse now = freeze().officer()
                .getStopOrder(GetStopOrderRequest.newBuilder()
                        .setApplicationId(stop.id())
                        .build());
        List<String> others = now.getOrder().getState() == StopOrderState.STOP_ORDER_STATE_IN_EFFECT
                ? now.getClaimsList().stream()
                        .filter(StopClaim::getActive)
                        .map(StopClaim::getCaseId)
                        .filter(caseId -> !caseId.equals(stop.caseId()))
                        .toList()
                : List.of();
        order(stop, false, model.mayLift(stop.id(), !others.isEmpty()), () -> endClaims(stop, others));
    }

    private void order(Line stop, boolean isExtension, boolean may, Supplier<String> request) {
        int luck = random.nextInt(10);
        boolean isAway = random.nextInt(4) == 0;
        Bank bank = bank(luck);
        onMessage(stop, isExtension, isAway ? Bank.answers(Outcomes.notSent()) : bank);
        Optional<String> message = refusedUnless(may, request);
        awaitStill();
        if (message.isEmpty() || message.get().isEmpty() || !sent.add(message.get())) {
            return; // none may be, or it is not the first time
        }
        if (isAway) {
            onMessage(stop, isExtension, bank);
            time.jump(random.nextBoolean() ? Duration.ofHours(49) : Duration.ofSeconds(31));
            advanceAmendments();
            if (isExtension && !model.isExtendable(stop.id(), now())) {
                return; // too late
            }
        }
        answered(new Message(message.get(), isExtension, stop), luck);
    }

    private static Bank bank(int luck) {
        return luck < 6 ? Bank.says("0000") : luck < 8 ? Bank.says("0600") : Bank.answers(Outcomes.accepted());
    }

    private void answered(Message message, int luck) {
        if (luck >= 8) {
            unanswered.put(message.id(), message);
        } else if (luck < 6) {
            done(message);
        } else {
            declined(message);
        }
    }

    private void onMessage(Line stop, boolean isExtension, Bank bank) {
        if (isExtension) {
            gateway().onExtension(stop.number(), bank);
        } else {
            gateway().onLift(stop.number(), bank);
        }
    }

    private String requestExtension(String id) {
        return freeze().officer()
                .extendStop(ExtendStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(id)
                        .setReason("not filed yet")
                        .setReference("chief 3")
                        .build())
                .getExtensionApplicationId();
    }

    /** Ends all active claims on the account, that of the placing case last; the institution gets the lift with the last one. */
    private String endClaims(Line stop, List<String> others) {
        for (String caseId : others) {
            String lift = endClaim(stop.id(), caseId);
            if (!lift.isEmpty()) {
                return lift; // the placing case has no active claim
            }
        }
        return endClaim(stop.id(), stop.caseId());
    }

    private String endClaim(String id, String caseId) {
        String lift = freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(id)
                        .setCaseId(caseId)
                        .setReason("wrong account")
                        .setReference("chief 3")
                        .build())
                .getLiftApplicationId();
        model.claimEnded(id, caseId, now());
        if (!lift.isEmpty()) {
            model.releases().liftOrdered(id, now());
        }
        return lift;
    }

    private void done(Message message) {
        if (message.isExtension()) {
            model.extended(message.order().id(), claimants(message.order()), now());
        } else {
            model.releases().lifted(message.order().id(), now());
        }
    }

    private void declined(Message message) {
        if (!message.isExtension()) {
            model.releases().liftDeclined(message.order().id());
        }
    }

    /** The bank says at last what it did; what it declined it may yet have done. */
    protected void answer() {
        if (unanswered.isEmpty()) {
            return;
        }
        Message message = any(List.copyOf(unanswered.values()));
        boolean isDone = random.nextInt(3) > 0;
        freeze().callBack(
                        message.order().institutionCode(),
                        Feedback.newBuilder().setApplicationId(message.id()).setResultCode(isDone ? "0000" : "0600"));
        if (isDone) {
            unanswered.remove(message.id());
            done(message);
        } else {
            declined(message);
        }
    }

    /** Due releases are checked, and the bank answers the lifts that go out. */
    protected void releaseDue(Predicate<String> isClaimed) {
        int luck = random.nextInt(10);
        List<String> due = model.releases().due();
        book.stream().filter(line -> due.contains(line.id())).forEach(line -> onMessage(line, false, bank(luck)));
        release();
        awaitStill();
        List<String> lifted = model.releases().release(book, isClaimed, now());
        for (Line stop : book) {
            if (lifted.contains(stop.id())) {
                String id = liftOf(stop.id());
                assertThat(sent.add(id)).as("a new lift, %s", when()).isTrue();
                answered(new Message(id, false, stop), luck);
            }
        }
    }

    private String liftOf(String id) {
        List<List<String>> lifts = database.rows(
                "SELECT follow_up_id FROM follow_up WHERE kind = 'LIFT' AND application_id = ?::uuid"
                        + " ORDER BY requested_at DESC LIMIT 1",
                id);
        assertThat(lifts).as("lifts of order %s, %s", id, when()).hasSize(1);
        return lifts.get(0).get(0);
    }

    protected void restop(Line ended) {
        if (ended.institutionCode().equals(NOBODY)) {
            return; // to nobody nothing is sent
        }
        boolean may = model.mayRestop(ended.id());
        refusedUnless(may, () -> freeze().officer()
                        .restopAccount(RestopAccountRequest.newBuilder()
                                .setOperator(Officers.DUTY)
                                .setReason("money came back")
                                .setApplicationId(ended.id())
                                .setReference("chief 3")
                                .build()))
                .ifPresent(again -> model.restopped(ended.id(), now()));
    }

    protected void route(Line order) {
        if (!order.institutionCode().equals(NOBODY) || !order.phase().equals("MANUAL")) {
            return;
        }
        String to = random.nextBoolean() ? ICBC : ABC;
        boolean may = model.mayRoute(order.id(), to) && !withBookings.contains(order.account());
        List<String> claimants = claimants(order);
        refusedUnless(may, () -> freeze().route(order.id(), to, "chief 3"))
                .ifPresent(routed -> model.routed(order.id(), to, claimants));
    }

    /** The cases that claim the account of an order by now, though a claim may have ended; the order may have moved. */
    protected List<String> claimants(Line order) {
        return database
                .rows(
                        "SELECT claim.case_id FROM claim JOIN stop_order USING (institution_code, account_number)"
                                + " WHERE application_id = ?::uuid",
                        order.id())
                .stream()
                .map(row -> row.get(0))
                .toList();
    }
}
