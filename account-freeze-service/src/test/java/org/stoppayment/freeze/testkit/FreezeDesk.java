package org.stoppayment.freeze.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.FreezeAmendment;
import org.stoppayment.proto.gateway.v1.FreezeStatus;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRequest;

/**
 * What the bank behind the fake gateway does with freezes and with orders about them. Without a script it holds what was ordered, and
 * does what it is asked.
 */
public final class FreezeDesk {

    private final List<SendFreezeRequest> freezes = new CopyOnWriteArrayList<>();
    private final List<SendFreezeRenewalRequest> renewals = new CopyOnWriteArrayList<>();
    private final List<SendFreezeLiftRequest> lifts = new CopyOnWriteArrayList<>();
    private final List<SendFreezeChangeRequest> changes = new CopyOnWriteArrayList<>();
    private final BankScripts onFreeze = new BankScripts();
    private final BankScripts onAmendment = new BankScripts();
    private volatile InstantSource clock = () -> Instant.EPOCH;

    void reset(InstantSource newClock) {
        freezes.clear();
        renewals.clear();
        lifts.clear();
        changes.clear();
        onFreeze.clear();
        onAmendment.clear();
        clock = newClock;
    }

    /** What the bank does with freezes of the account, one message after the other. */
    public void onFreeze(Account account, Bank... steps) {
        onFreeze.put(account.getNumber(), steps);
    }

    /** What the bank does with orders about freezes of the account. */
    public void onAmendment(Account account, Bank... steps) {
        onAmendment.put(account.getNumber(), steps);
    }

    public List<SendFreezeRequest> freezes() {
        return List.copyOf(freezes);
    }

    public List<SendFreezeRenewalRequest> renewals() {
        return List.copyOf(renewals);
    }

    public List<SendFreezeLiftRequest> lifts() {
        return List.copyOf(lifts);
    }

    public List<SendFreezeChangeRequest> changes() {
        return List.copyOf(changes);
    }

    /** The bank holds {@code fen} from now on: all that was ordered with 0000, less with 1200. */
    public Bank holds(String code, long fen) {
        return id -> Bank.done(Outcomes.of(held(id, code, clock.instant(), fen)));
    }

    /** Feedback that says that a freeze holds {@code fen} since {@code at}. */
    public static Feedback.Builder held(String applicationId, String code, Instant at, long fen) {
        return Feedback.newBuilder()
                .setApplicationId(applicationId)
                .setResultCode(code)
                .setFreeze(FreezeStatus.newBuilder()
                        .setFrozenAt(Outcomes.timestamp(at))
                        .setFrozenFen(fen));
    }

    /** Feedback that says that a freeze waits in line at {@code place}. */
    public static Feedback.Builder inLine(String applicationId, int place) {
        return Feedback.newBuilder()
                .setApplicationId(applicationId)
                .setResultCode("1303")
                .setFreeze(FreezeStatus.newBuilder().setWaitingPlace(place));
    }

    CompletionStage<Outcome> take(SendFreezeRequest request) {
        freezes.add(request);
        return onFreeze.next(
                        request.getAccount().getNumber(),
                        holds("0000", request.hasAmountFen() ? request.getAmountFen() : FakeGateway.BALANCE))
                .take(request.getApplicationId());
    }

    CompletionStage<Outcome> take(SendFreezeRenewalRequest request) {
        renewals.add(request);
        return amended(request.getAmendment(), Bank.says("0000"));
    }

    CompletionStage<Outcome> take(SendFreezeLiftRequest request) {
        lifts.add(request);
        return amended(request.getAmendment(), Bank.says("0000"));
    }

    CompletionStage<Outcome> take(SendFreezeChangeRequest request) {
        changes.add(request);
        return amended(request.getAmendment(), holds("0000", request.getAmountFen()));
    }

    private CompletionStage<Outcome> amended(FreezeAmendment amendment, Bank unscripted) {
        return onAmendment.next(amendment.getAccount().getNumber(), unscripted).take(amendment.getApplicationId());
    }

    /** Account of the message {@code id}; empty when the bank never got it. */
    Optional<Account> accountOf(String id) {
        Stream<FreezeAmendment> amendments = Stream.of(
                        renewals.stream().map(SendFreezeRenewalRequest::getAmendment),
                        lifts.stream().map(SendFreezeLiftRequest::getAmendment),
                        changes.stream().map(SendFreezeChangeRequest::getAmendment))
                .flatMap(all -> all);
        return Stream.concat(
                        freezes.stream()
                                .filter(one -> one.getApplicationId().equals(id))
                                .map(SendFreezeRequest::getAccount),
                        amendments
                                .filter(one -> one.getApplicationId().equals(id))
                                .map(FreezeAmendment::getAccount))
                .findFirst();
    }
}
