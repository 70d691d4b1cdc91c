package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_APPLICATION;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_DECISION;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_REPORT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.fake.FakeForms;
import org.stoppayment.cli.fake.FakePayments;
import org.stoppayment.cli.fake.RefundSamples;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundApprovalState;

/** {@code stoppay refund forms|export}. */
class RefundFormsTest extends CommandTestBase {

    private static final String PLAN = RefundSamples.PLAN;
    private static final String CASE = FakeForms.CASES.get(0);

    private Path target = Path.of("");

    @BeforeEach
    void signOn() {
        terminal.with("STOPPAY_ORGANISATION", "Shanghai police").with("STOPPAY_BADGE", "100234");
        target = directory.resolve("new/forms");
    }

    private int refund(String line) {
        return terminal.run(("refund " + line.replace("PLAN", PLAN).replace("DIR", target.toString())).split(" "));
    }

    private List<String> files() throws IOException {
        if (!Files.exists(target)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(target.resolve(PLAN))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path written(String name) {
        return target.resolve(PLAN).resolve(name);
    }

    @Test
    void whatCanBeMadeIsWrittenSoThatOnlyTheOwnerReadsIt() throws IOException {
        assertThat(refund("export PLAN --to DIR")).as(terminal.err()).isZero();

        assertThat(files())
                .containsExactly(
                        "application-" + FakeForms.CASES.get(0) + "-v1.pdf",
                        "application-" + FakeForms.CASES.get(1) + "-v1.pdf",
                        "flow-table-v1.pdf",
                        "report-v1.pdf");
        Path report = written("report-v1.pdf");
        assertThat(report).hasContent(FakeForms.content(REFUND_FORM_KIND_REPORT, ""));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
                .isEqualTo("rw-------");
        assertThat(terminal.out()).contains("report-v1.pdf");
        assertThat(terminal.err()).contains("written to " + target, "names and account numbers in full");
        assertThat(services.forms().requests())
                .allSatisfy(request ->
                        assertThat(request.getOperator().getBadgeNumber()).isEqualTo("100234"));
    }

    @Test
    void formAndCaseChooseWhatIsMade() throws IOException {
        assertThat(refund("export PLAN --form application --form report --case " + CASE + " --to DIR"))
                .as(terminal.err())
                .isZero();

        assertThat(files()).containsExactly("application-" + CASE + "-v1.pdf", "report-v1.pdf");
    }

    @Test
    void jsonNamesFilesAndDigests() throws IOException {
        assertThat(refund("export PLAN --form application --case " + CASE + " --to DIR -o json"))
                .as(terminal.err())
                .isZero();

        JsonNode exported = Json.MAPPER.readTree(terminal.out()).get(0);
        assertThat(Path.of(exported.get("file").asText()))
                .hasContent(FakeForms.content(REFUND_FORM_KIND_APPLICATION, CASE));
        assertThat(exported.get("digest").asText()).hasSize(64);
        assertThat(exported.get("kind").asText()).isEqualTo("APPLICATION");
    }

    @Test
    void formThatDidNotArriveAsItWasMadeIsNotWritten() throws IOException {
        services.forms().damage();

        assertThat(refund("export PLAN --form report --to DIR")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("has not arrived as it was made");
        assertThat(files()).isEmpty();
    }

    @Test
    void earlierFileIsReplacedAsAWhole() throws IOException {
        Files.createDirectories(target.resolve(PLAN));
        Path report = Files.writeString(written("report-v1.pdf"), "an earlier file that is longer than the new");

        assertThat(refund("export PLAN --form report --to DIR")).isZero();

        assertThat(report).hasContent(FakeForms.content(REFUND_FORM_KIND_REPORT, ""));
        assertThat(files()).hasSize(1);
    }

    @Test
    void missingCharactersAreAWarning() {
        services.forms().lack(2);

        assertThat(refund("export PLAN --form report --to DIR")).isZero();

        assertThat(terminal.err()).contains("2 characters are in no font", "fonts-hanazono");
    }

    @Test
    void decisionThatIsNotTheApprovedFileIsAWarning() {
        services.forms().submit();
        services.payments().approved(approved("b2".repeat(32)));

        assertThat(refund("export PLAN --form decision --to DIR"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.err())
                .contains("WARNING: decision-v1.pdf is not the document that was approved", "b2".repeat(32));

        services.payments().approved(approved(FakeForms.digest(REFUND_FORM_KIND_DECISION)));
        assertThat(refund("export PLAN --form decision --to DIR")).isZero();
        assertThat(terminal.err()).doesNotContain("WARNING");

        services.payments()
                .approved(FakePayments.submitted(PLAN, Operator.getDefaultInstance())
                        .build());
        assertThat(refund("export PLAN --form decision --to DIR")).isZero();
        assertThat(terminal.err()).as("nobody has decided yet").doesNotContain("WARNING");
    }

    private static RefundApproval approved(String documentDigest) {
        return FakePayments.submitted(PLAN, Operator.getDefaultInstance())
                .setState(RefundApprovalState.REFUND_APPROVAL_STATE_APPROVED)
                .setDocumentDigest(documentDigest)
                .build();
    }

    @Test
    void serviceSaysWhyANamedFormCannotBeMade() throws IOException {
        assertThat(refund("export PLAN --form decision --to DIR")).isEqualTo(ExitCode.REFUSED);

        assertThat(terminal.err()).contains("a plan whose approval an officer asked for");
        assertThat(files()).isEmpty();
    }

    @Test
    void wrongLinesNameWhatIsExpected() throws IOException {
        assertThat(refund("export PLAN --form letter --to DIR")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .contains("--form", "letter", "application, flow_table, report, decision, bank_notice");
        assertThat(refund("export PLAN")).isEqualTo(ExitCode.USAGE);
        assertThat(refund("export PLAN --form bank_notice --to DIR")).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("stoppay refund forms " + PLAN);
        assertThat(refund("export PLAN --case x --to DIR")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--case: x", "a victim of plan " + PLAN);
        Files.writeString(directory.resolve("taken"), "");
        target = directory.resolve("taken");
        assertThat(refund("export PLAN --to DIR")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void listSaysWhatCanBeMadeAndWhatWas() {
        refund("export PLAN --form report --to DIR");

        assertThat(refund("forms PLAN")).as(terminal.err()).isZero();

        assertThat(terminal.out()).contains("FLOW_TABLE", "NOT_SUBMITTED", CASE, "Shanghai police ***(6)");
        assertThat(terminal.err()).contains("stoppay refund export " + PLAN + " --to DIRECTORY");
    }
}
