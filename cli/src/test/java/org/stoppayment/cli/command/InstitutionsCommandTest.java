package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.proto.common.v1.Account;

/** Institutions are shown and understood by name. */
class InstitutionsCommandTest extends CommandTestBase {

    private static final String REPORT =
            "{\"requestId\": \"0193a000-0000-7000-8000-000000000002\",\n \"transfers\": [{\"payee\": {\"number\": \"6214830000000000018\","
                    + " \"institutionCode\": \"%s\"}, \"amount\": \"140,000.00\"}]}";

    @Test
    void institutionsAreListedWithTheirNamesAndCircuits() {
        assertThat(terminal.run("institutions", "list", "-o", "wide")).isZero();
        assertThat(terminal.out().lines())
                .hasSize(6)
                .anySatisfy(line -> assertThat(line).containsPattern("308584000013 +招行 +招商银行 +CMB +tried again"))
                .anySatisfy(line -> assertThat(line).containsPattern("Z2007933000010 +- +支付宝 +ALIPAY +paused"));

        assertThat(terminal.run("institutions", "list", "招", "-o", "wide")).isZero();
        assertThat(terminal.out().lines()).hasSize(2);
        assertThat(terminal.run("institutions", "list", "nobody")).isZero();
        assertThat(terminal.out()).contains("no such institution");
    }

    @Test
    void registryOfTheSuiteSaysWhereAnInstitutionIsCalledAndWhereItComesFrom() throws IOException {
        connect();

        assertThat(terminal.run("institutions", "list", "-o", "wide")).isZero();
        assertThat(terminal.out().lines())
                .hasSize(7)
                .anySatisfy(line -> assertThat(line)
                        .containsPattern("102100099996 .* go out +- +simulated +http://127.0.0.1:1 +622202"))
                .anySatisfy(line -> assertThat(line)
                        .as("not at the gateway yet")
                        .containsPattern("Z0000000000777 +- +我的银行 +- +not loaded +PAYMENT +connected"
                                + " +http://127.0.0.1:8080 +-"));
    }

    @Test
    void institutionsAsJsonAreThoseOfTheContractWithEndpointAndOrigin() throws IOException {
        connect();

        assertThat(terminal.run("institutions", "list", "-o", "json")).isZero();

        JsonNode institutions = Json.MAPPER.readTree(terminal.out()).path("institutions");
        assertThat(institutions).hasSize(6);
        assertThat(institutions.at("/0/shortName").asText()).isEqualTo("工行");
        assertThat(institutions.at("/0/endpoint").asText()).isEqualTo("http://127.0.0.1:1");
        assertThat(institutions.at("/0/origin").asText()).isEqualTo("SIMULATED");
        assertThat(institutions.at("/3/circuit").asText()).isEqualTo("HALF_OPEN");
        assertThat(institutions.get(3).has("endpoint")).isFalse();
        assertThat(institutions.at("/5/kind").asText()).isEqualTo("INSTITUTION_KIND_PAYMENT");
        assertThat(institutions.at("/5/origin").asText()).isEqualTo("CONNECTED");
        assertThat(terminal.out()).doesNotContain(SECRET);
    }

    /** Connects a bank that the gateway does not list. */
    private void connect() throws IOException {
        Path file = Files.writeString(
                directory.resolve("mine.yaml"),
                "{code: Z0000000000777, name: 我的银行, kind: PAYMENT, endpoint: \"http://127.0.0.1:8080\", secret: "
                        + SECRET + "}");
        assertThat(terminal.run("bank", "add", file.toString())).isZero();
    }

    @Test
    void nameInAReportBecomesTheCode() {
        terminal.typing(REPORT.formatted("招商银行")).run("report", "-");

        assertThat(payeeAsSent().getInstitutionCode()).isEqualTo("308584000013");
    }

    @Test
    void unknownNameInAReportIsSentAsTypedAndWarnedOfWithItsPlaceAndTheNearestOnes() {
        assertThat(terminal.typing(REPORT.formatted("招商行")).run("report", "-")).isZero();

        assertThat(terminal.err())
                .contains(
                        "warning: -:2:",
                        "transfers[0].payee.institutionCode: unknown bank: 招商行 (did you mean 招商银行 308584000013");
        assertThat(payeeAsSent().getInstitutionCode()).isEqualTo("招商行");
    }

    @Test
    void wrongCodeInAReportIsLeftToTheService() {
        terminal.typing(REPORT.formatted("308584000014")).run("report", "-");

        assertThat(payeeAsSent().getInstitutionCode()).isEqualTo("308584000014");
    }

    @Test
    void reportIsSentWithNamesAsTypedWhileNobodyCanBeAskedForThem() {
        services.gateway().unavailable();

        assertThat(terminal.typing(REPORT.formatted("招商行")).run("report", "-")).isZero();

        assertThat(payeeAsSent().getInstitutionCode()).isEqualTo("招商行");
        assertThat(terminal.err())
                .contains("warning: bank-gateway does not answer: the names of banks are sent as typed");
    }

    @Test
    void reportWaitsASecondForNamesAtMost() {
        services.gateway().hang();

        assertThat(terminal.typing(REPORT.formatted("招商行")).run("report", "-")).isZero();

        assertThat(services.gateway().listDeadline()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(payeeAsSent().getInstitutionCode()).isEqualTo("招商行");
    }

    private Account payeeAsSent() {
        assertThat(services.reports()).hasSize(1);
        return services.reports().get(0).getTransfers(0).getPayee();
    }

    @Test
    void shortNameStandsBesideTheCodeInTables() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        String caseId = terminal.out().strip();
        services.tamper(progress -> progress.toBuilder()
                .setOrders(
                        0,
                        progress.getOrders(0).toBuilder()
                                .setAccount(Account.newBuilder().setInstitutionCode("308584000013"))
                                .addCandidateInstitutionCodes("102100099996"))
                .build());

        terminal.run("get", caseId);
        assertThat(terminal.out()).contains("308584000013 招行", "102100099996 工行");

        services.gateway().unavailable();
        assertThat(terminal.run("get", caseId)).isZero();
        assertThat(terminal.out()).contains("308584000013").doesNotContain("招行");
    }

    @Test
    void manualOrderIsRoutedByName() {
        assertThat(resolve("招商行")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--institution: unknown bank: 招商行 (did you mean 招商银行 308584000013");

        assertThat(resolve("招行")).isZero();
        assertThat(terminal.out()).contains("308584000013 招行");
    }

    private int resolve(String institution) {
        return terminal.run(
                "manual",
                "resolve",
                "lost",
                "--institution",
                institution,
                "--reference",
                "Li",
                "--organisation",
                "110 desk",
                "--badge",
                "100234");
    }
}
