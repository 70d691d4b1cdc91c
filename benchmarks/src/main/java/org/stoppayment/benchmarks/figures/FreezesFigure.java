package org.stoppayment.benchmarks.figures;

import com.google.protobuf.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.Mule;
import org.stoppayment.benchmarks.harness.Ring;
import org.stoppayment.benchmarks.harness.Samples;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FilingFacts;

/**
 * The 25 accounts of a filed case are frozen, and their institutions take 20 to 80 ms each: from the first order to the last answer, beside
 * the time of the slowest institution. All are ordered at once. One case after another.
 */
public final class FreezesFigure {

    private static final int ACCOUNTS = 25;
    private static final int MIN_MILLIS = 20;
    private static final int MAX_MILLIS = 80;
    private static final double AIM = 1.5;
    private static final int MIN_CASES = 10;
    private static final long SEED = 11;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);
    private static final String FREEZE = "stoppayment_freeze";
    private static final String DIGEST = "a1".repeat(32);
    private static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("Shanghai police")
            .setBadgeNumber("100234")
            .build();
    private static final Approver CHIEF = Approver.newBuilder()
            .setOrganisation("Shanghai police")
            .setBadgeNumber("000001")
            .setLevel(ApprovalLevel.APPROVAL_LEVEL_COUNTY)
            .build();

    private final Bench bench;
    private final ServiceClients clients;
    private final Ids ids = new Ids(SystemTime.SOURCE);
    private final Random random = new Random(SEED);

    private FreezesFigure(Bench bench, ServiceClients clients) {
        this.bench = bench;
        this.clients = clients;
    }

    public static void measure(Bench bench, Figure figure) throws Exception {
        WholeFigure.warmUp(bench, figure);
        ExecutorService officers = Executors.newFixedThreadPool(ACCOUNTS);
        try (ServiceClients clients = ServiceClients.of(bench.suite())) {
            new FreezesFigure(bench, clients).measure(figure, officers);
        } finally {
            officers.shutdownNow();
        }
    }

    private void measure(Figure figure, ExecutorService officers) throws Exception {
        int cases = Math.max(MIN_CASES, figure.seconds());
        for (int i = 0; i < cases; i++) {
            freezeACase(officers);
        }
        bench.out()
                .printf(
                        "%n%d accounts of a case frozen, institutions at %d to %d ms (seed %d), %d cases a round%n",
                        ACCOUNTS, MIN_MILLIS, MAX_MILLIS, SEED, cases);
        bench.out()
                .printf("  %-5s %14s %14s %10s %10s%n", "round", "last freeze ms", "slowest ms", "ratio p50", "worst");
        double[] medians = new double[figure.rounds()];
        for (int round = 0; round < figure.rounds(); round++) {
            double[] ratios = new double[cases];
            double[] taken = new double[cases];
            double[] own = new double[cases];
            for (int i = 0; i < cases; i++) {
                Frozen frozen = freezeACase(officers);
                taken[i] = frozen.millis();
                own[i] = frozen.slowestMillis();
                ratios[i] = Samples.ratio(taken[i], own[i]);
            }
            medians[round] = Samples.median(ratios);
            bench.out()
                    .printf(
                            "  %-5d %14.0f %14.0f %10.2f %10.2f%n",
                            round + 1,
                            Samples.median(taken),
                            Samples.median(own),
                            medians[round],
                            Arrays.stream(ratios).max().orElseThrow());
        }
        bench.out()
                .printf("  median %.2f of the slowest institution's time (aim %.1f)%n", Samples.median(medians), AIM);
    }

    private record Frozen(double millis, long slowestMillis) {}

    private Frozen freezeACase(ExecutorService officers) throws Exception {
        Ring ring = new Ring(
                bench.desks().reports(),
                new int[ACCOUNTS],
                i -> MIN_MILLIS + random.nextInt(MAX_MILLIS - MIN_MILLIS + 1));
        String caseId = stoppedAndFiled(ring);
        List<OrderFreezeRequest> orders = bench
                .rows(
                        FREEZE,
                        "SELECT institution_code || ' ' || account_number FROM stop_order WHERE case_id = '" + caseId
                                + "'")
                .stream()
                .map(row -> order(caseId, row.split(" ")))
                .toList();
        String inEffect = "SELECT count(*) FROM freeze_order WHERE state = 'IN_EFFECT' AND case_id = '" + caseId + "'";
        long begin = System.nanoTime();
        List<Future<?>> answers = orders.stream()
                .<Future<?>>map(order -> officers.submit(() -> clients.holds().orderFreeze(order)))
                .toList();
        for (Future<?> answer : answers) {
            answer.get();
        }
        bench.await("frozen", () -> bench.number(FREEZE, inEffect), ACCOUNTS);
        long slowest = ring.mules().stream().mapToLong(Mule::answerMillis).max().orElseThrow();
        double millis = (bench.banks().lastFrozen() - begin) / 1e6;
        bench.awaitHandedOver();
        return new Frozen(millis, slowest);
    }

    private String stoppedAndFiled(Ring ring) throws InterruptedException {
        bench.banks().know(ring);
        bench.desks().report(ring.report(), number -> {}, () -> {});
        if (!ring.awaitStopped(LONGEST)) {
            throw new IllegalStateException("stopped: all but " + ring.missing() + " (expected: all)");
        }
        String caseId = bench.text(
                FREEZE,
                "SELECT case_id FROM stop_order WHERE account_number = '"
                        + ring.mules().get(0).account() + "'");
        String stops = "SELECT count(*) FROM stop_order WHERE state = 'IN_EFFECT' AND case_id = '" + caseId + "'";
        bench.await("stopped", () -> bench.number(FREEZE, stops), ACCOUNTS);
        clients.intake()
                .fileCase(FileCaseRequest.newBuilder()
                        .setRequestId(ids.next().toString())
                        .setCaseId(caseId)
                        .setOperator(OFFICER)
                        .setFacts(FilingFacts.newBuilder()
                                .setNumber("2026-8")
                                .setOrganisation(OFFICER.getOrganisation())
                                .setFiledAt(Timestamp.newBuilder()
                                        .setSeconds(SystemTime.SOURCE.instant().getEpochSecond()))
                                .setDocumentDigest(DIGEST))
                        .build());
        String filed = "SELECT count(*) FROM filed_case WHERE case_id = '" + caseId + "'";
        bench.await("filed", () -> bench.number(FREEZE, filed), 1);
        bench.awaitHandedOver();
        return caseId;
    }

    private static OrderFreezeRequest order(String caseId, String[] account) {
        return OrderFreezeRequest.newBuilder()
                .setCaseId(caseId)
                .setInstitutionCode(account[0])
                .setAccountNumber(account[1])
                .setDocumentDigest(DIGEST)
                .setApprover(CHIEF)
                .setOperator(OFFICER)
                .build();
    }
}
