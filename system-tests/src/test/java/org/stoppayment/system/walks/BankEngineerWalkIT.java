package org.stoppayment.system.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.text.Language;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.system.testkit.ObedientBank;
import org.stoppayment.system.testkit.PackagedCommand;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;

/** A bank's engineer connects the bank to the running suite and tries it, as the guide for banks says: no restart, and no case. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class BankEngineerWalkIT {

    private final RunningSuite running;
    private ObedientBank bank;

    BankEngineerWalkIT(RunningSuite running) {
        this.running = running;
    }

    @BeforeEach
    void openTheBank() throws IOException {
        bank = ObedientBank.open();
    }

    @AfterEach
    void closeTheBank() {
        bank.close();
    }

    @ParameterizedTest
    @CsvSource({"EN, Z0000000000777", "ZH, Z0000000000785"})
    void aBankIsConnectedAndTried(Language language, String code) throws SQLException {
        PackagedCommand stoppay =
                new PackagedCommand(language, running.suite().directory().path());

        stoppay.run("bank", "add", "--code", code, "--name", "A bank", "--kind", "PAYMENT", "--url", bank.url())
                .exits(ExitCode.OK)
                .prints(stoppay.words("connected: " + code, "已接入：" + code), bank.url())
                .says("bank secret " + code, "bank try " + code);

        stoppay.run("bank", "try", code)
                .exits(ExitCode.NOT_AS_EXPECTED)
                .prints("SIGNATURE_REFUSED", stoppay.words("guide: Signatures", "指南：签名"))
                .doesNotPrint(stoppay.words("as in the guide", "符合接入指南"));

        String secret =
                stoppay.run("bank", "secret", code).exits(ExitCode.OK).out().strip();
        bank.share(secret);
        stoppay.run("bank", "try", code)
                .exits(ExitCode.OK)
                .prints(stoppay.words("The institution answers as in the guide.", "机构的应答符合接入指南。"))
                .doesNotPrint(secret);
        assertThat(bank.received()).contains("POST /v1/stops", "POST /v1/extensions", "POST /v1/lifts");
        assertThat(bank.received())
                .contains(
                        "POST /v1/freezes",
                        "POST /v1/freezes/renewals",
                        "POST /v1/freezes/changes",
                        "POST /v1/freezes/lifts",
                        "POST /v1/queries");
        assertThat(bank.received()).anyMatch(message -> message.startsWith("GET /v1/orders/"));

        stoppay.run("institutions", "list")
                .exits(ExitCode.OK)
                .prints(code, bank.url(), stoppay.words("connected", "接入"));
        stoppay.run("bank", "magic")
                .exits(ExitCode.OK)
                .prints(MagicAccount.NAME_MISMATCH.number(), "NAME_MISMATCH")
                .prints(stoppay.words("exists with another name", "户名不符"));
        assertThat(ordersTo(code)).as("orders in the books").isZero();
    }

    private long ordersTo(String code) throws SQLException {
        try (Connection connection = running.suite().database().connect("stoppayment_freeze");
                PreparedStatement count =
                        connection.prepareStatement("SELECT count(*) FROM stop_order WHERE institution_code = ?")) {
            count.setString(1, code);
            ResultSet found = count.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }
}
