package org.stoppayment.cli.fake;

import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.stoppayment.cli.cases.Expected;
import org.stoppayment.cli.cases.ProtoFile;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** Settles a public case as its expectation says. */
final class FakeCases {

    /** Beside the module in tests, and above the state directory of the demo in a process of its own. */
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
                .setIntakeEvents(1)
                .setReportedFen(report.getTransfersList().stream()
                        .mapToLong(transfer -> transfer.getAmountFen())
                        .sum());
        expectationOf(report.getRequestId()).accounts().forEach(account -> progress.addOrders(StopOrder.newBuilder()
                        .setApplicationId("app-" + account.number())
                        .setAccount(Account.newBuilder().setNumber(account.number()))
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

    private static Expected expectationOf(String requestId) {
        try (Stream<Path> files = Files.list(CASES)) {
            Path report = files.filter(file -> file.toString().endsWith(".report.json"))
                    .filter(file -> ProtoFile.read(
                                    CASES,
                                    file.getFileName().toString(),
                                    InputStream.nullInputStream(),
                                    ReportFraudRequest.newBuilder())
                            .getRequestId()
                            .equals(requestId))
                    .findFirst()
                    .orElseThrow();
            String name = report.getFileName().toString().replace(".report.json", ".expected.json");
            return Expected.read(CASES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
