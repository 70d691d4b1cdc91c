package org.stoppayment.freeze.testkit;

import io.grpc.Status;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Outcome;

/**
 * A bank that decides once about an order and then may or may not say so. What it does with the n-th message for an account
 * follows from the seed alone.
 */
public final class ForgetfulBank {

    private final long seed;
    private final InstantSource clock;
    private final Map<String, Feedback> truth = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> messages = new ConcurrentHashMap<>();
    private volatile boolean honest;

    public ForgetfulBank(long seed, InstantSource clock) {
        this.seed = seed;
        this.clock = clock;
    }

    /** From now on it takes every order and answers every question. */
    public void becomeHonest() {
        honest = true;
    }

    /** What it has decided about an order; empty when it has never seen it. */
    public Optional<Feedback> truth(String applicationId) {
        return Optional.ofNullable(truth.get(applicationId));
    }

    public List<String> seen() {
        return List.copyOf(truth.keySet());
    }

    public void serve(FakeGateway gateway, Account account) {
        gateway.onSend(account.getNumber(), id -> send(account, id));
        gateway.onInquiry(account.getNumber(), id -> inquire(account, id));
    }

    private CompletionStage<Outcome> send(Account account, String id) {
        Random random = random(account);
        int luck = honest ? 0 : random.nextInt(100);
        if (luck < 40) {
            return Bank.done(told(id, random));
        }
        if (luck < 55) {
            told(id, random);
            return Bank.done(Outcomes.noAnswer());
        }
        if (luck < 66) {
            return Bank.done(Outcomes.notSent());
        }
        if (luck < 74) {
            return Bank.done(Outcomes.noAnswer());
        }
        if (luck < 85) {
            told(id, random);
            return Bank.done(Outcomes.accepted());
        }
        if (luck < 92) {
            return CompletableFuture.failedFuture(Status.INTERNAL.asRuntimeException());
        }
        told(id, random);
        return Bank.says("1100").take(id);
    }

    private CompletionStage<Outcome> inquire(Account account, String id) {
        int luck = honest ? 99 : random(account).nextInt(100);
        if (luck < 25) {
            return Bank.done(Outcomes.noAnswer());
        }
        if (luck < 35) {
            return Bank.done(Outcomes.notSent());
        }
        if (luck < 40) {
            return CompletableFuture.failedFuture(Status.UNAVAILABLE.asRuntimeException());
        }
        return Bank.done(truth(id).map(known -> Outcomes.of(known.toBuilder())).orElse(Outcomes.notKnown()));
    }

    private Outcome told(String id, Random random) {
        return Outcomes.of(truth.computeIfAbsent(id, first -> decide(id, random)).toBuilder());
    }

    private Feedback decide(String id, Random random) {
        int luck = random.nextInt(100);
        if (luck < 70) {
            return Outcomes.stopped(id, clock.instant(), random.nextInt(6000)).build();
        }
        String code = luck < 85 ? "0301" : luck < 95 ? "1301" : "0600";
        return Feedback.newBuilder().setApplicationId(id).setResultCode(code).build();
    }

    private Random random(Account account) {
        int message = messages.computeIfAbsent(account.getNumber(), first -> new AtomicInteger())
                .incrementAndGet();
        return new Random(seed * 31 + account.getNumber().hashCode() * 1009L + message);
    }
}
