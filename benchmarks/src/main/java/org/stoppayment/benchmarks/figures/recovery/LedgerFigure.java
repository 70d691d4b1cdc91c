package org.stoppayment.benchmarks.figures.recovery;

import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.stoppayment.benchmarks.figures.Figure;
import org.stoppayment.benchmarks.harness.BareWrites;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.Samples;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.client.ServiceConnection;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxServiceGrpc;
import org.stoppayment.proto.freeze.v1.FundsMoved;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.recovery.v1.FundRecoveryServiceGrpc;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;

/**
 * The books of fund-recovery: entries booked a second, beside inserts of bare Postgres, and how long the statement of a case with 10,000
 * entries takes.
 */
public final class LedgerFigure {

    private static final double AIM = 0.5;
    private static final int CONNECTIONS = 8;

    /** Entries of one event, as many as bare Postgres inserts in one transaction. */
    private static final int MOVEMENTS = 5;

    private static final int ENTRIES = 10_000;
    private static final int ENTRIES_OF_EVENT = 100;
    private static final int PAGE = 200;
    private static final int READS = 20;

    private final List<ManagedChannel> channels;
    private final ManagedChannel reader;
    private final Ids ids =
            new Ids(SystemTime.SOURCE, () -> ThreadLocalRandom.current().nextLong());

    /** Events come from account-freeze; the command reads the books. */
    private LedgerFigure(Suite suite) {
        channels = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> ServiceConnection.open(suite, ServiceName.RECOVERY, ServiceName.FREEZE.subject()))
                .toList();
        reader = ServiceConnection.open(suite, ServiceName.RECOVERY, CertificateFiles.COMMAND);
    }

    public static void measure(Bench bench, Figure figure) throws Exception {
        LedgerFigure ledger = new LedgerFigure(bench.suite());
        try {
            ledger.post(figure.callers(), figure.warmUpSeconds());
            ledger.postings(bench, figure);
            ledger.statement(bench, figure);
        } finally {
            ledger.channels.forEach(ManagedChannel::shutdownNow);
            ledger.reader.shutdownNow();
        }
    }

    private void postings(Bench bench, Figure figure) throws Exception {
        double[] ratios = new double[figure.rounds()];
        bench.out().printf("%nbooks, %d callers, %d entries an event%n", figure.callers(), MOVEMENTS);
        bench.out().printf("  %-5s %12s %16s %8s%n", "round", "entries/s", "floor inserts/s", "ratio");
        try (BareWrites bare = new BareWrites(bench.suite().database(), figure.callers())) {
            bare.run(Math.max(1, figure.warmUpSeconds() / 4));
            for (int i = 0; i < figure.rounds(); i++) {
                double floor = bare.run(figure.seconds()) * MOVEMENTS;
                double entries = post(figure.callers(), figure.seconds()) * MOVEMENTS;
                ratios[i] = Samples.ratio(entries, floor);
                bench.out().printf("  %-5d %12.0f %16.0f %8.3f%n", i + 1, entries, floor, ratios[i]);
            }
        }
        bench.out().printf("  median ratio %.3f (aim %.2f)%n", Samples.median(ratios), AIM);
    }

    /** Events a second, each in a delivery of its own and of a new case. */
    private double post(int callers, int seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long begin = System.nanoTime();
            long end = begin + seconds * 1_000_000_000L;
            List<Future<Long>> runs = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                ManagedChannel channel = channels.get(i % CONNECTIONS);
                runs.add(threads.submit(() -> {
                    long done = 0;
                    while (System.nanoTime() - end < 0) {
                        deliver(channel, List.of(event(ids.next().toString(), 0, MOVEMENTS)));
                        done++;
                    }
                    return done;
                }));
            }
            long done = 0;
            for (Future<Long> run : runs) {
                done += run.get();
            }
            return done * 1e9 / (System.nanoTime() - begin);
        } finally {
            threads.shutdownNow();
        }
    }

    private void statement(Bench bench, Figure figure) {
        String caseId = ids.next().toString();
        ManagedChannel channel = channels.get(0);
        for (int sent = 0; sent < ENTRIES; sent += ENTRIES_OF_EVENT) {
            deliver(channel, List.of(event(caseId, sent, ENTRIES_OF_EVENT)));
        }
        bench.execute("stoppayment_recovery", "ANALYZE ledger_entry");
        bench.out().printf("%nstatement of a case with %d entries on %d accounts%n", ENTRIES, ENTRIES_OF_EVENT / 2);
        bench.out()
                .printf(
                        "  %-5s %16s %18s %22s%n",
                        "round", "first page ms", "as recorded ms", "all, pages of " + PAGE + " ms");
        GetRecoveryRequest first =
                GetRecoveryRequest.newBuilder().setCaseId(caseId).build();
        GetRecoveryRequest then = first.toBuilder()
                .setRecordedUntil(read(reader, first).getEntries(0).getRecordedAt())
                .build();
        for (int round = 1; round <= figure.rounds(); round++) {
            bench.out()
                    .printf(
                            "  %-5d %16.1f %18.1f %22.1f%n",
                            round,
                            medianMillis(() -> read(reader, first)),
                            medianMillis(() -> read(reader, then)),
                            millis(() -> readAll(reader, first)));
        }
    }

    private static void readAll(ManagedChannel channel, GetRecoveryRequest request) {
        String token = "";
        int entries = 0;
        do {
            GetRecoveryResponse page = read(
                    channel,
                    request.toBuilder().setPageSize(PAGE).setPageToken(token).build());
            entries += page.getEntriesCount();
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        if (entries != ENTRIES) {
            throw new IllegalStateException("entries: " + entries + " (expected: " + ENTRIES + ")");
        }
    }

    private static GetRecoveryResponse read(ManagedChannel channel, GetRecoveryRequest request) {
        return FundRecoveryServiceGrpc.newBlockingStub(channel).getRecovery(request);
    }

    private static double medianMillis(Runnable work) {
        return Samples.median(
                IntStream.range(0, READS).mapToDouble(i -> millis(work)).toArray());
    }

    private static double millis(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void deliver(ManagedChannel channel, List<Event> events) {
        EventInboxServiceGrpc.newBlockingStub(channel)
                .deliverEvents(
                        DeliverEventsRequest.newBuilder().addAllEvents(events).build());
    }

    /** On each account in turn: money that was reported, and the same money held. */
    private Event event(String caseId, int second, int movements) {
        FundsMoved.Builder moved = FundsMoved.newBuilder().setCaseId(caseId);
        for (int i = 0; i < movements; i++) {
            boolean reports = i % 2 == 0;
            moved.addMovements(FundsMovement.newBuilder()
                    .setAccount(Account.newBuilder()
                            .setInstitutionCode("102100099996")
                            .setNumber(caseId.substring(0, 18) + i / 2)
                            .setName("Wang Wu")
                            .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL))
                    .setCause(
                            reports
                                    ? FundsMovementCause.FUNDS_MOVEMENT_CAUSE_REPORTED
                                    : FundsMovementCause.FUNDS_MOVEMENT_CAUSE_STOP_IN_EFFECT)
                    .setFrom(reports ? FundsPosition.FUNDS_POSITION_REPORTED : FundsPosition.FUNDS_POSITION_UNKNOWN)
                    .setTo(reports ? FundsPosition.FUNDS_POSITION_UNKNOWN : FundsPosition.FUNDS_POSITION_HELD)
                    .setAmountFen(100));
        }
        return Event.newBuilder()
                .setEventId(ids.next().toString())
                .setType(FundsMoved.getDescriptor().getFullName())
                .setCaseId(caseId)
                .setOccurredAt(Timestamp.newBuilder().setSeconds(1_767_225_600L + second))
                .setData(moved.build().toByteString())
                .build();
    }
}
