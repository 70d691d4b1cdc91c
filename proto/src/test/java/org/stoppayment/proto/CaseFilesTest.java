package org.stoppayment.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;

/** The published case files are what dispatch systems copy from: they must be exactly the contract. */
class CaseFilesTest {

    private static final Path CASES = Path.of("..", "cases");
    private static final Path DISPATCH_GUIDE = Path.of("..", "docs", "dispatch", "README.md");

    static List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".report.json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void publicCasesAreThere() throws IOException {
        assertThat(reports()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aCaseIsReadStrictlyAndPrintedBackEqual(Path file) throws IOException {
        String json = Files.readString(file);
        ReportFraudRequest report = parse(json);
        String printed = JsonFormat.printer().print(report);
        assertThat(JsonParser.parseString(printed)).isEqualTo(withoutEmptyLists(json));
        assertThat(parse(printed)).isEqualTo(report);
        assertThat(ReportFraudRequest.parseFrom(report.toByteArray())).isEqualTo(report);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aCaseHasARequestIdAndSomethingToActOn(Path file) throws IOException {
        ReportFraudRequest report = parse(Files.readString(file));
        assertThat(UUID.fromString(report.getRequestId())).hasToString(report.getRequestId());
        assertThat(report.getTransfersList()).isNotEmpty().allSatisfy(transfer -> assertThat(
                        transfer.getPayee().getNumber())
                .isNotEmpty());
    }

    @Test
    void everyCaseHasARequestIdOfItsOwn() throws IOException {
        List<String> ids = reports().stream().map(CaseFilesTest::requestId).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void theCorrectionShownToIntegratorsIsOfTheContract() throws IOException {
        Matcher json = Pattern.compile("(?s)```json\\n(.*?)```").matcher(Files.readString(DISPATCH_GUIDE));
        assertThat(json.find()).isTrue();
        SupplementCaseRequest.Builder supplement = SupplementCaseRequest.newBuilder();
        JsonFormat.parser().merge(json.group(1), supplement);
        assertThat(supplement.getCorrectionsList()).singleElement().satisfies(correction -> assertThat(
                        correction.getCorrected().getPayee().getNumber())
                .isEqualTo("6228480000000000125"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"requestID\": \"x\"}",
                "{\"transfers\": [{\"amount\": 1}]}",
                "{\"channel\": \"CHANNEL_PIGEON\"}",
                "{\"transfers\": [{\"amountFen\": 1.5}]}",
                "{\"receivedAt\": \"yesterday\"}"
            })
    void whatIsNotInTheContractIsAnError(String json) {
        assertThatExceptionOfType(InvalidProtocolBufferException.class).isThrownBy(() -> parse(json));
    }

    /** A list that is empty and one that is absent are the same on the wire; all else must come back. */
    private static JsonObject withoutEmptyLists(String json) {
        JsonObject report = JsonParser.parseString(json).getAsJsonObject();
        report.entrySet()
                .removeIf(field -> field.getValue().isJsonArray()
                        && field.getValue().getAsJsonArray().isEmpty());
        return report;
    }

    private static String requestId(Path file) {
        try {
            return parse(Files.readString(file)).getRequestId();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static ReportFraudRequest parse(String json) throws InvalidProtocolBufferException {
        ReportFraudRequest.Builder report = ReportFraudRequest.newBuilder();
        JsonFormat.parser().merge(json, report);
        return report.build();
    }
}
