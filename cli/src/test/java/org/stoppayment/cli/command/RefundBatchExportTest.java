package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.fake.BatchSamples;
import org.stoppayment.cli.fake.FakePayments;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.RefundAccount;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;
import org.stoppayment.proto.recovery.v1.RefundBatchPayout;
import org.stoppayment.proto.recovery.v1.RefundMethod;

/** {@code stoppay refund batch export}. */
class RefundBatchExportTest extends CommandTestBase {

    private static final String LONG_NUMBER = "6222020000000000018";

    @BeforeEach
    void payouts() {
        services.batches().stand(RefundBatchLineState.REFUND_BATCH_LINE_STATE_PAID);
        services.batches()
                .pay(
                        payout(1, "林某某", 5_000_000).toBuilder()
                                .setPayment(FakePayments.paid())
                                .build(),
                        payout(2, "=HYPERLINK(\"http://x\",\"y\")", 123),
                        payout(2, "+1", 1),
                        payout(2, "@SUM(A1)", 1),
                        payout(2, "-2+3", 1),
                        payout(2, "\t=1+1", 1));
    }

    private RefundBatchPayout payout(int number, String victim, long fen) {
        return RefundBatchPayout.newBuilder()
                .setLine(services.batches().line(number))
                .setCaseId("0193a000-0000-7000-8000-0000000000c1")
                .setStation("漳州市公安局, \"110\"")
                .setVictimName(victim)
                .setAccount(
                        Account.newBuilder().setInstitutionCode("102100099996").setNumber(LONG_NUMBER))
                .setFreezeId("0193a000-0000-7000-8000-0000000000d1")
                .setMethod(RefundMethod.REFUND_METHOD_DIRECT_SINGLE)
                .setAmountFen(fen)
                .setPayee(RefundAccount.newBuilder()
                        .setAccount(Account.newBuilder()
                                .setInstitutionCode("103100000026")
                                .setNumber("0012345678901234567")
                                .setName(victim)))
                .build();
    }

    private int export(String name, String options) {
        return terminal.run(("refund batch export " + BatchSamples.BATCH + " --to " + directory.resolve(name) + options)
                .split(" "));
    }

    private List<Row> rows(String name) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(directory.resolve(name)));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.toList();
        }
    }

    private static Cell cell(List<Row> rows, int row, String column) {
        int position = rows.get(0).stream().map(Cell::getText).toList().indexOf(column);
        return rows.get(row).getCell(position);
    }

    @Test
    void workbookHasNumbersOfAccountsAsTextsAndSumsAsNumbers() throws IOException {
        assertThat(export("b.xlsx", " --unmasked")).as(terminal.err()).isZero();

        List<Row> rows = rows("b.xlsx");
        for (String column : List.of("account", "payee_account", "institution_code", "plan", "receipts")) {
            assertThat(cell(rows, 1, column).getType()).as(column).isEqualTo(CellType.STRING);
        }
        assertThat(cell(rows, 1, "account").getText()).isEqualTo(LONG_NUMBER);
        assertThat(cell(rows, 1, "payee_account").getText()).isEqualTo("0012345678901234567");
        assertThat(cell(rows, 1, "amount_yuan").getType()).isEqualTo(CellType.NUMBER);
        assertThat(cell(rows, 1, "amount_yuan").asNumber()).isEqualByComparingTo("50000.00");
        assertThat(cell(rows, 1, "victim").getText()).isEqualTo("林某某");
        assertThat(cell(rows, 1, "receipts").getText()).isEqualTo("R-1");
        assertThat(cell(rows, 1, "batch").getText()).isEqualTo(BatchSamples.BATCH);
        assertThat(cell(rows, 1, "plan_digest").getText()).isEqualTo("d4".repeat(32));
    }

    @Test
    void workbookHasNoFormulas() throws IOException {
        export("b.xlsx", " --unmasked");

        List<Row> rows = rows("b.xlsx");
        assertThat(rows.stream()
                        .flatMap(Row::stream)
                        .filter(cell -> cell != null && cell.getType() == CellType.FORMULA))
                .isEmpty();
        assertThat(cell(rows, 2, "victim").getText()).isEqualTo("=HYPERLINK(\"http://x\",\"y\")");
    }

    @Test
    void totalsAddUp() throws IOException {
        export("b.xlsx", "");

        List<Row> rows = rows("b.xlsx");
        assertThat(rows).hasSize(1 + 6 + 2);
        assertThat(cell(rows, 7, "batch").getText()).isEqualTo("TOTAL");
        assertThat(cell(rows, 7, "plan_state").getText()).isEqualTo("PAID");
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = 1; row <= 6; row++) {
            sum = sum.add(cell(rows, row, "amount_yuan").asNumber());
        }
        assertThat(cell(rows, 8, "amount_yuan").asNumber())
                .isEqualByComparingTo(sum)
                .isEqualByComparingTo("50001.27");
        assertThat(terminal.out()).contains("6 payouts, 50,001.27");
    }

    @Test
    void commaSeparatedValuesRunNothing() throws IOException {
        export("b.csv", " --unmasked");

        String csv = Files.readString(directory.resolve("b.csv"));
        assertThat(csv).startsWith("\uFEFFbatch,batch_state,line,plan,plan_digest");
        assertThat(csv)
                .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", "'+1", "'@SUM(A1)", "'-2+3", "'\t=1+1")
                .contains("\"漳州市公安局, \"\"110\"\"\"", LONG_NUMBER, "50000.00");
        assertThat(csv.lines().filter(line -> line.startsWith("TOTAL"))).hasSize(2);
    }

    @Test
    void namesAreMaskedUnlessAskedFor() throws IOException {
        export("b.csv", "");

        assertThat(Files.readString(directory.resolve("b.csv"))).doesNotContain("林某某");
    }

    @Test
    void onlyTheOwnerCanReadTheFileAndOneThatIsThereIsReplacedWhole() throws IOException {
        Path there = Files.writeString(directory.resolve("b.csv"), "old");
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(export("b.csv", "")).isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(there)).doesNotContain("old");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(".new")))
                    .isEmpty();
        }
        assertThat(terminal.err()).contains("only you can read it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.xls", "b.txt", "batch", "no/such/directory/b.csv"})
    void fileThatCannotBeWrittenIsNamedBeforeAnythingIsAsked(String name) {
        assertThat(export(name, "")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(name);
        assertThat(directory.resolve(name)).doesNotExist();
    }

    @Test
    void batchThatIsNotThereLeavesNoFile() {
        assertThat(terminal.run(
                        "refund",
                        "batch",
                        "export",
                        "none",
                        "--to",
                        directory.resolve("b.csv").toString()))
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(directory.resolve("b.csv")).doesNotExist();
    }
}
