package org.stoppayment.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

class FilesTest {

    private static final Path CASES = Path.of("..", "cases");

    @TempDir
    private Path directory;

    private ReportFraudRequest.Builder read(String text) throws IOException {
        Files.writeString(directory.resolve("case.json"), text);
        return ProtoFile.read(directory, "case.json", InputStream.nullInputStream(), ReportFraudRequest.newBuilder());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shanghai-corporate-4m",
                "zhangzhou-loan-140k",
                "fuzhou-credit-228k",
                "suzhou-own-card-50k",
                "nanjing-rebate-10k",
                "chengdu-second-card-50k",
                "hefei-one-serial-88k",
                "ningbo-ten-levels-6m"
            })
    void thePublicCasesCanBeRead(String name) {
        ReportFraudRequest.Builder report = ProtoFile.read(
                CASES, name + ".report.json", InputStream.nullInputStream(), ReportFraudRequest.newBuilder());

        assertThat(report.getRequestId()).startsWith("0193a000-");
        assertThat(World.read(CASES.resolve(name + ".world.json")).content().path("accounts"))
                .isNotEmpty();
        assertThat(Expected.read(CASES.resolve(name + ".expected.json")).accounts())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"requestId\": }                                    | case.json:1:15",
                "{\"transfers\": [{\"amountFn\": \"5\"}]}             | case.json:1:17: transfers[0].amountFn:"
                        + " amountFn is unknown (expected: one of amountFen, currency, payee, payer, serial,"
                        + " transferredAt)",
                "{\"channel\": \"CHANNEL_FAX\"}                       | case.json:1:13: channel: CHANNEL_FAX is unknown"
                        + " (expected: one of CHANNEL_CALL_110, CHANNEL_THREE_WAY_CALL, CHANNEL_HOTLINE_96110",
                "{\"transfers\": [{\"transferredAt\": \"yesterday\"}]}  | case.json:1:34: transfers[0].transferredAt:"
                        + " yesterday (expected: a moment",
                "[]                                                   | case.json:1:1: not a JSON object",
                "{requestId: 5}                                       | case.json:1:2: unexpected character r",
                "{\"requestId\": yes}                                 | case.json:1:18: yes (expected: text in",
                "{\"requestId\": \"a\tb\"}                            | case.json:1:17: a line break or a tab within",
                "{\"requestId\": {}}                                  | case.json:1:15: requestId: an object (expected:"
                        + " text)",
                "{\"transfers\": {}}                                  | case.json:1:15: transfers: an object (expected:"
                        + " a list)",
                "{\"transfers\": [5]}                                 | case.json:1:16: transfers[0]: 5 (expected:"
                        + " an object)",
                "{\"transfers\": [null]}                              | case.json:1:16: transfers[0]: null (expected:"
                        + " an object)",
                "{\"transfers\": [{\"payee\": \"622\"}]}              | case.json:1:26: transfers[0].payee: \"622\""
                        + " (expected: an object)",
                "{\"requestId\": \"a\", \"request_id\": \"b\"}         | case.json:1:20: request_id: given as request_id"
                        + " and as requestId (expected: one of them)"
            })
    void aWrongFileIsRefusedWithThePosition(String text, String position) {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .withMessageStartingWith(position.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"transfers\": [{\"amountFen\": \"140000.00\"}]}   | case.json:1:30: transfers[0].amountFen:"
                        + " 140000.00 (expected: fen, digits only",
                "{\"transfers\": [{\"amountFen\": 140000.0}]}        | case.json:1:30: transfers[0].amountFen:"
                        + " 140000.0",
                "{\"transfers\": [{\"amountFen\": 1.4E+7}]}          | case.json:1:30: transfers[0].amountFen: ",
                "{\"transfers\": [{\"amountFen\": \"1.4E+7\"}]}      | case.json:1:30: transfers[0].amountFen: 1.4E+7",
                "{\"transfers\": [{\"amountFen\": \"140,000\"}]}     | case.json:1:30: transfers[0].amountFen: 140,000",
                "{\"transfers\": [{\"amount_fen\": \"5.0\"}]}        | case.json:1:31: transfers[0].amount_fen: 5.0",
                "{\"transfers\": [{\"amount\": 140000.00}]}          | case.json:1:27: transfers[0].amount: 140000.0"
                        + " (expected: yuan as text",
                "{\"transfers\": [{\"amount\": \"14,00.00\"}]}       | case.json:1:27: transfers[0].amount: 14,00.00",
                "{\"transfers\": [{\"amount\": \"1.005\"}]}          | case.json:1:27: transfers[0].amount: 1.005",
                "{\"transfers\": [{\"amount\": \"-1.00\"}]}          | case.json:1:27: transfers[0].amount: -1.00",
                "{\"transfers\": [{\"amount\": \"5\", \"amountFen\": \"500\"}]} | case.json:1:27: transfers[0].amount:"
                        + " 5 (expected: amount in yuan or amountFen, not both)",
                "{\"transfers\": [{\"amount\": \"0.00\"}]}           | case.json:1:27: transfers[0].amount: 0.00"
                        + " (expected: 0.01..100,000,000,000.00 yuan)",
                "{\"transfers\": [{\"amount\": \"100000000000.01\"}]} | case.json:1:27: transfers[0].amount:"
                        + " 100000000000.01 (expected: 0.01..100,000,000,000.00 yuan)",
                "{\"transfers\": [{\"amount\": \"99999999999999\"}]}  | case.json:1:27: transfers[0].amount:"
                        + " 99999999999999 (expected: 0.01..100,000,000,000.00 yuan)",
                "{\"transfers\": [{\"amountFen\": \"99999999999999999999\"}]} | case.json:1:30:"
                        + " transfers[0].amountFen: 99999999999999999999 (expected: at most 10000000000000 fen)",
                "{\"transfers\": [{\"amount\": \"5\", \"currency\": \"USD\"}]}  | case.json:1:27: transfers[0].amount:"
                        + " 5 (expected: amountFen, because the currency is USD)"
            })
    void sumThatIsNeitherFenNorYuanIsRefusedWithItsField(String text, String message) {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .withMessageStartingWith(message.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amountFen\": \"14000000\"  | 14000000",
                "\"amountFen\": 14000000      | 14000000",
                "\"amount\": \"140,000.00\"   | 14000000",
                "\"amount\": \"140000\"       | 14000000",
                "\"amount\": \"140000.5\"     | 14000050",
                "\"amount\": \"0.01\"         | 1",
                "\"amount\": \"100,000,000,000.00\" | 10000000000000",
                "\"amount\": \"5\", \"amountFen\": null   | 500",
                "\"amount_fen\": null, \"amount\": \"5\"  | 500",
                "\"amount\": null, \"amountFen\": \"500\" | 500",
                "\"amount\": \"1,234,567.89\" | 123456789"
            })
    void sumIsReadInFenOrInYuan(String sum, long fen) throws IOException {
        assertThat(read("{\"transfers\": [{" + sum + "}]}").getTransfers(0).getAmountFen())
                .isEqualTo(fen);
    }

    @Test
    void truncatedFileIsRefusedWithItsPosition() {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> read("{\n  \"transfers\": ["))
                .withMessageStartingWith("case.json:2:")
                .withMessageEndingWith(
                        ": the file ends too early (expected: the end of what begins in line 2, column 16)");
    }

    @Test
    void byteOrderMarkIsIgnored() throws IOException {
        assertThat(read("\uFEFF{\"requestId\": \"x\"}").getRequestId()).isEqualTo("x");

        Path world = Files.writeString(directory.resolve("world.json"), "\uFEFF{\"institutions\": []}");
        assertThat(World.read(world).content().path("institutions").isArray()).isTrue();
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(
                directory.resolve("case.json"), "{\"requestId\": \"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> ProtoFile.read(
                        directory, "case.json", InputStream.nullInputStream(), ReportFraudRequest.newBuilder()))
                .withMessageContaining("expected: a UTF-8 file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"accounts\": [{\"level\": \"first\"}]}   | accounts[0].level: \"first\" (expected: a whole number)",
                "{\"accounts\": [{\"level\": 1.5}]}         | accounts[0].level: 1.5 (expected: a whole number)",
                "{\"taintedHeldFen\": []}                   | taintedHeldFen: a list (expected: a whole number)",
                "{\"accounts\": [{\"state\": {}}]}          | accounts[0].state: an object (expected: text)",
                "{\"accounts\": 5}                          | accounts: 5 (expected: a list)",
                "{\"accounts\": [5]}                        | accounts[0]: 5 (expected: an object)"
            })
    void expectationWithAWrongTypeIsRefusedWithFieldAndValue(String text, String message) throws IOException {
        Path expected = Files.writeString(directory.resolve("expected.json"), text);

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> Expected.read(expected))
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .withMessageStartingWith(expected + ":1:")
                .withMessageEndingWith(": " + message);
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> ProtoFile.read(
                        directory, "no.json", InputStream.nullInputStream(), ReportFraudRequest.newBuilder()))
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
    }

    @Test
    void hyphenReadsStandardInput() {
        InputStream input = new ByteArrayInputStream("{\"requestId\":\"x\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(ProtoFile.read(directory, "-", input, ReportFraudRequest.newBuilder())
                        .getRequestId())
                .isEqualTo("x");
    }

    @Test
    void worldWithAPullInstitutionIsRefused() throws IOException {
        Path world = directory.resolve("world.json");
        Files.writeString(world, "{\"institutions\":[{\"mode\":\"SYNC\"},{\"mode\":\"PULL\"}]}");

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> World.read(world))
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .withMessageContaining("institutions[1].mode: PULL");
    }

    @Test
    void expectationWithoutAccountsIsRefused() throws IOException {
        Path expected = directory.resolve("expected.json");
        Files.writeString(expected, "{}");

        assertThatExceptionOfType(CliException.class).isThrownBy(() -> Expected.read(expected));
    }
}
