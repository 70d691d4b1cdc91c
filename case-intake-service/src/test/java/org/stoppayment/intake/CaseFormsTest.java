package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** The report forms of the published cases. */
@QuarkusTest
class CaseFormsTest extends IntakeTest {

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "cases"))) {
            return files.filter(file -> file.toString().endsWith(".report.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formIsAcceptedWithoutWarning(Path form) throws IOException {
        ReportFraudRequest.Builder report = ReportFraudRequest.newBuilder();
        JsonFormat.parser().merge(Files.readString(form), report);
        var answer = intake.reportFraud(report.setRequestId(newId()).build());
        assertThat(answer.getWarningsList()).isEmpty();
        assertThat(answer.getTransferIdsList()).hasSize(report.getTransfersCount());
        assertThat(intake.getCase(Reports.caseOf(answer.getCaseId())).getCase().getReport())
                .isEqualTo(report.build());
    }
}
