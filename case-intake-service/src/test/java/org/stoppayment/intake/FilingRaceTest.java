package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;

import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.intake.v1.FileCaseRequest;

/** Filings, closings and supplements of one case at the same moment. */
@QuarkusTest
class FilingRaceTest extends FilingTestBase {

    @Test
    void ofTwoDesksAtTheSameMomentOneFilesAndTheOtherIsToldSo() {
        for (int round = 0; round < 10; round++) {
            String contested = reported();
            List<CompletableFuture<String>> desks = IntStream.range(0, 4)
                    .mapToObj(desk -> CompletableFuture.supplyAsync(() -> outcomeOf(filing(contested)
                            .setFacts(facts().setNumber("desk " + desk))
                            .build())))
                    .toList();

            assertThat(desks.stream().map(CompletableFuture::join))
                    .containsExactlyInAnyOrder("filed", "CASE_FILED", "CASE_FILED", "CASE_FILED");
            assertThat(rows("filing", contested)).isEqualTo(1);
            assertThat(filedEvents(contested)).hasSize(1);
        }
    }

    @Test
    void resendAtTheSameMomentFilesOnce() {
        for (int round = 0; round < 10; round++) {
            String reported = reported();
            FileCaseRequest request = filing(reported).build();
            List<CompletableFuture<Boolean>> sends = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> intake.fileCase(request).getReplayed()))
                    .toList();

            assertThat(sends.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(false, true, true, true);
            assertThat(filedEvents(reported)).hasSize(1);
        }
    }

    private String outcomeOf(FileCaseRequest request) {
        try {
            intake.fileCase(request);
            return "filed";
        } catch (StatusRuntimeException refused) {
            return detail(refused, ErrorInfo.class).getReason();
        }
    }

    @Test
    void supplementAtTheSameMomentComesBeforeTheClosingOrIsRefused() {
        for (int round = 0; round < 10; round++) {
            String closed = filed();
            List<CompletableFuture<Boolean>> supplements = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> isSupplemented(closed)))
                    .toList();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(
                    () -> intake.closeCase(closing(closed).build()));

            closing.join();
            long accepted = supplements.stream().filter(CompletableFuture::join).count();

            assertThat(rows("submission", closed)).isEqualTo(1 + accepted);
            assertThat(count("SELECT closed_after FROM fraud_case WHERE case_id = ?", UUID.fromString(closed)))
                    .isEqualTo(1 + accepted);
        }
    }

    private boolean isSupplemented(String closed) {
        try {
            intake.supplementCase(supplement(closed).addTransfers(transfer()).build());
            return true;
        } catch (StatusRuntimeException refused) {
            assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("CASE_CLOSED");
            return false;
        }
    }
}
