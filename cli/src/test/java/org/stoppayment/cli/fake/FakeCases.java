package org.stoppayment.cli.fake;

import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.Expected;
import org.stoppayment.cli.cases.ProtoFile;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.freeze.v1.TraceSums;
import org.stoppayment.proto.freeze.v1.TracedTransfer;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** Settles public cases according to their expectations. */
final class FakeCases {

    private static final String REPORT = ".report.json";

    /** Relative to the module in tests, and to the state directory of the demo in a separate process. */
    private static final Path CASES = Stream.of("../cases", "../../cases")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    private FakeCases() {}

    static CaseProgress progressOf(ReportFraudRequest report, Timestamp at) {
        CaseProgress.Builder progress = CaseProgress.newBuilder()
                .setKnown(true)
                .setSettled(true)
                .setBooked(true)
                .setConserved(true)
                .setIntakeEvents(1)
                .setReportedFen(report.getTransfersList().stream()
                        .mapToLong(transfer -> transfer.getAmountFen())
                        .sum());
        Expected expectation = expectationOf(report.getRequestId());
        progress.setCashFen(fen(expectation.cashFen()))
                .setMerchantFen(fen(expectation.merchantFen()))
                .setRestoredFen(fen(expectation.restoredFen()));
        Optional.ofNullable(expectation.reportedFen()).ifPresent(progress::setReportedFen);
        expectation.accounts().forEach(account -> progress.addOrders(StopOrder.newBuilder()
                        .setApplicationId("app-" + account.number())
                        .setAccount(
                                Account.newBuilder().setNumber(account.number()).setName("钱某某"))
                        .setLevel(account.level())
                        .setState(StopOrderState.STOP_ORDER_STATE_IN_EFFECT)
                        .setTaintedHeldFen(account.taintedHeldFen())
                        .setBalanceHeldFen(account.balanceHeldFen())
                        .addTimeline(TimelineEntry.newBuilder()
                                .setState(StopOrderState.STOP_ORDER_STATE_IN_EFFECT)
                                .setAt(at)))
                .setTaintedHeldFen(progress.getTaintedHeldFen() + account.taintedHeldFen())
                .setBalanceHeldFen(progress.getBalanceHeldFen() + account.balanceHeldFen())
                .setLevels(Math.max(progress.getLevels(), account.level())));
        return progress.build();
    }

    private static long fen(@Nullable Long sum) {
        return sum == null ? 0 : sum;
    }

    private static Trace traceOf(CaseProgress progress) {
        Trace.Builder trace = Trace.newBuilder()
                .setCaseId(progress.getCaseId())
                .setConserved(true)
                .setSettled(true)
                .setLevels(progress.getLevels())
                .setTotal(TraceSums.newBuilder()
                        .setReportedFen(progress.getReportedFen())
                        .setHeldFen(progress.getTaintedHeldFen()));
        for (StopOrder order : progress.getOrdersList()) {
            trace.addNodes(TraceNode.newBuilder()
                    .setAccount(order.getAccount())
                    .setLevel(order.getLevel())
                    .setApplicationId(order.getApplicationId())
                    .setState(order.getState())
                    .setSums(TraceSums.newBuilder().setHeldFen(order.getTaintedHeldFen()))
                    .setPlacedAt(order.getTimeline(0).getAt())
                    .setStoppedAt(order.getTimeline(0).getAt())
                    .setSettledAt(order.getTimeline(0).getAt())
                    .setConserved(true));
            progress.getOrdersList().stream()
                    .filter(payer -> payer.getLevel() == order.getLevel() - 1 && order.getLevel() > 1)
                    .findFirst()
                    .ifPresent(payer -> trace.addTransfers(TracedTransfer.newBuilder()
                            .setPayer(payer.getAccount())
                            .setPayee(order.getAccount())
                            .setLevel(order.getLevel())
                            .setTaintedFen(order.getTaintedHeldFen())));
        }
        return trace.build();
    }

    /** The trace of the public case with these sums, in fen: a chain in which every account has a payer on the level above. */
    static Optional<Trace> traceOf(long reportedFen, long heldFen) {
        return progressOf(reportedFen, heldFen).map(FakeCases::traceOf);
    }

    /** What was restored of the public case with these sums, in fen. */
    static long restoredFen(long reportedFen, long heldFen) {
        return progressOf(reportedFen, heldFen)
                .map(CaseProgress::getRestoredFen)
                .orElse(0L);
    }

    private static Optional<CaseProgress> progressOf(long reportedFen, long heldFen) {
        return reports().stream()
                .map(report -> progressOf(report, Timestamp.getDefaultInstance()))
                .filter(progress -> progress.getReportedFen() == reportedFen && progress.getTaintedHeldFen() == heldFen)
                .findFirst();
    }

    private static Expected expectationOf(String requestId) {
        return files().stream()
                .filter(file -> read(file).getRequestId().equals(requestId))
                .map(file -> Expected.read(
                        CASES.resolve(file.getFileName().toString().replace(REPORT, ".expected.json"))))
                .findFirst()
                .orElseThrow();
    }

    private static List<ReportFraudRequest> reports() {
        return files().stream().map(FakeCases::read).toList();
    }

    private static ReportFraudRequest read(Path file) {
        return ProtoFile.read(
                        CASES,
                        file.getFileName().toString(),
                        InputStream.nullInputStream(),
                        ReportFraudRequest.newBuilder())
                .build();
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(REPORT)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
