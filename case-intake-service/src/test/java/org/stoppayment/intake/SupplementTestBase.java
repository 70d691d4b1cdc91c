package org.stoppayment.intake;

import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;

import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.TransferCorrection;

/** Base of tests of supplements. */
abstract class SupplementTestBase extends IntakeTest {

    static TransferCorrection correction(String transferId) {
        return TransferCorrection.newBuilder()
                .setTransferId(transferId)
                .setCorrected(transfer().setSerial("right"))
                .build();
    }

    Case caseOf(String caseId) {
        return intake.getCase(Reports.caseOf(caseId)).getCase();
    }

    long columnOf(String column, String caseId) {
        return count("SELECT " + column + " FROM fraud_case WHERE case_id = ?", UUID.fromString(caseId));
    }

    List<String> warningsOf(SupplementCaseRequest supplement) {
        return intake.supplementCase(supplement).getWarningsList().stream()
                .filter(warning -> warning.getCode().equals("NAMED_LIKE_VICTIM"))
                .map(warning -> warning.getField() + " " + warning.getCode())
                .toList();
    }

    /** Sends different supplements concurrently and returns their outcomes. */
    List<String> inParallel(int number, java.util.function.Supplier<SupplementCaseRequest> supplement) {
        List<SupplementCaseRequest> requests =
                IntStream.range(0, number).mapToObj(i -> supplement.get()).toList();
        return requests.stream()
                .map(request -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                intake.supplementCase(request);
                                return "accepted";
                            } catch (StatusRuntimeException refused) {
                                return refused.getMessage();
                            }
                        },
                        task -> new Thread(task).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
