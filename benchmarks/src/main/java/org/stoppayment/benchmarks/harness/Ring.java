package org.stoppayment.benchmarks.harness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Account;

/** Mules that pass one victim's money on, each part of it to the next: a tree of accounts, all of it done before the call. */
public final class Ring {

    /** Enough that no part of it is below the threshold. */
    private static final long PAID_FEN = 1_000_000_000_000L;

    private static final int SECONDS_A_HOP = 20;

    private final List<Mule> mules = new ArrayList<>();
    private final CountDownLatch missing;
    private final Reports.Report report;

    /**
     * @param reports makes the report and the accounts
     * @param payers index of the account that pays each account; that of the first, which the victim paid, is not looked at
     * @param answerMillis time that the institution of each account takes
     */
    public Ring(Reports reports, int[] payers, IntUnaryOperator answerMillis) {
        int size = payers.length;
        int[] children = new int[size];
        int[] levels = new int[size];
        for (int i = 1; i < size; i++) {
            children[payers[i]]++;
            levels[i] = levels[payers[i]] + 1;
        }
        missing = new CountDownLatch(size);
        Account[] accounts = new Account[size];
        long[] share = new long[size]; // of what came in: as much is left as each of the next gets
        Instant paidAt = SystemTime.SOURCE.instant().minusSeconds(Reports.SECONDS_SINCE_PAID);
        for (int i = 0; i < size; i++) {
            accounts[i] = reports.freshAccount();
            share[i] = (i == 0 ? PAID_FEN : share[payers[i]]) / (children[i] + 1);
            long before = i == 0 ? 0 : mules.get(payers[i]).pathMillis();
            int own = answerMillis.applyAsInt(i);
            mules.add(new Mule(accounts[i].getNumber(), own, before + own, share[i], missing));
            if (i > 0) {
                Instant bookedAt = paidAt.plusSeconds((long) SECONDS_A_HOP * levels[i]);
                mules.get(payers[i]).paid(outflow(i, share[payers[i]], bookedAt, accounts[i]));
            }
        }
        report = reports.paidTo(accounts[0], PAID_FEN);
    }

    private static String outflow(int index, long fen, Instant bookedAt, Account payee) {
        return ("{\"serial\":\"R-%d\",\"kind\":\"TRANSFER\",\"amountFen\":%d,\"bookedAt\":\"%s\",\"sequence\":%d,"
                        + "\"payee\":{\"institutionCode\":\"%s\",\"number\":\"%s\",\"name\":\"%s\",\"kind\":\"BANK_PERSONAL\"}}")
                .formatted(
                        index,
                        fen,
                        Reports.seconds(bookedAt),
                        index,
                        payee.getInstitutionCode(),
                        payee.getNumber(),
                        payee.getName());
    }

    /** One account that pays {@code width} others. */
    public static Ring fan(Reports reports, int width) {
        return new Ring(reports, new int[width + 1], i -> 0);
    }

    /** So many accounts, each but the last of which pay {@code width} others. */
    public static Ring tree(Reports reports, int size, int width) {
        int[] payers = new int[size];
        for (int i = 1; i < size; i++) {
            payers[i] = (i - 1) / width;
        }
        return new Ring(reports, payers, i -> 0);
    }

    /** The report of the victim who paid the first. */
    public Reports.Report report() {
        return report;
    }

    /** All of them, the first of them first. */
    public List<Mule> mules() {
        return mules;
    }

    /** Waits until all have been answered for; false when that took longer than so many nanoseconds. */
    public boolean awaitStopped(long nanos) throws InterruptedException {
        return missing.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** How many have not been answered for. */
    public long missing() {
        return missing.getCount();
    }

    /** When the last of them was answered for. */
    public long lastAnswered() {
        return mules.stream().mapToLong(Mule::answered).max().orElseThrow();
    }
}
