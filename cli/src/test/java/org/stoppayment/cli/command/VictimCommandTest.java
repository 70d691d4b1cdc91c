package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.Agent;
import org.stoppayment.proto.recovery.v1.AppointAgentRequest;
import org.stoppayment.proto.recovery.v1.CloseDisputeRequest;
import org.stoppayment.proto.recovery.v1.DecideDepositRequest;
import org.stoppayment.proto.recovery.v1.OpenDisputeRequest;
import org.stoppayment.proto.recovery.v1.RecordProvenLossRequest;
import org.stoppayment.proto.recovery.v1.SetRefundAccountRequest;
import org.stoppayment.proto.recovery.v1.VerifyIdentityRequest;

/** {@code stoppay victim}. */
class VictimCommandTest extends CommandTestBase {

    private static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("Shanghai police")
            .setBadgeNumber("100234")
            .build();

    /** SHA-256 of the word "receipt". */
    private static final String DIGEST = "6f32860910ca0fb2a20c7fda143666b09dbf8db5238195c90a586fb542ff0cad";

    private String file = "";

    @BeforeEach
    void signOn() throws IOException {
        terminal.with("STOPPAY_ORGANISATION", OFFICER.getOrganisation())
                .with("STOPPAY_BADGE", OFFICER.getBadgeNumber());
        file = Files.writeString(directory.resolve("receipt.pdf"), "receipt").toString();
    }

    private int victim(String line) {
        return terminal.run(("victim " + line.replace("FILE", file)).split(" "));
    }

    @Test
    void victimIsShownWithWhatIsMissing() {
        assertThat(victim("show c1")).isZero();

        assertThat(terminal.out()).isEqualTo("""
                        case      c1
                        victim    ***(3)
                        identity  NOT VERIFIED
                        loss      100,000.00 as reported, NOT PROVEN
                        restored  20,000.00 already got back
                        open      80,000.00 = loss 100,000.00 - restored 20,000.00
                        dispute   none is open
                        agent     none: the victim acts in person
                        goes to   NO ACCOUNT KNOWN
                        """);
        assertThat(terminal.err()).contains("stoppay refund list --case c1");
        assertThat(victim("show none")).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void victimIsShownInChinese() {
        assertThat(victim("show c1 --lang zh --unmasked")).isZero();

        assertThat(terminal.out()).contains("受害人  林某某", "身份    未核实", "损失    100,000.00（按报案金额，尚未查证）", "代理人  无，受害人本人办理");
        ChineseScreen.requireChinese(terminal.out());
    }

    @Test
    void decisionAboutADepositIsSentWithItsEvidence() {
        assertThat(victim("deposit c1 t1 --confirm --reason receipt --evidence FILE"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out())
                .containsPattern(
                        "deposit +t1: 5,000.00 into \\d+ at\\s+102100099996,\\s+2096-10-02T\\S+,\\s+CONFIRMED");
        assertThat(services.victims().requests())
                .containsExactly(DecideDepositRequest.newBuilder()
                        .setCaseId("c1")
                        .setTransferId("t1")
                        .setIsConfirmed(true)
                        .setReason("receipt")
                        .setEvidenceDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void depositIsEitherConfirmedOrRejected() {
        assertThat(victim("deposit c1 t1 --reject --reason older")).isZero();
        assertThat(terminal.out()).contains("REJECTED");
        assertThat(victim("deposit c1 t1 --reason older")).isEqualTo(ExitCode.USAGE);
        assertThat(victim("deposit c1 t1 --confirm --reject --reason older")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void onlyTheDigestOfTheIdentityDocumentIsSent() {
        assertThat(victim("verify c1 --document FILE")).as(terminal.err()).isZero();

        assertThat(terminal.out()).contains("identity  verified 2096-10-02T").contains(DIGEST);
        assertThat(services.victims().requests())
                .containsExactly(VerifyIdentityRequest.newBuilder()
                        .setCaseId("c1")
                        .setDocumentDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--amount 100,000.00 --restored 20,000 | 10000000 | 2000000",
                "--amount 0.01                         | 1        | 0",
                "--amount 0                            | 0        | 0"
            })
    void lossIsSentInFen(String options, long lossFen, long restoredFen) {
        assertThat(victim("loss c1 --evidence FILE " + options)).isZero();

        assertThat(terminal.out()).containsPattern("loss +[0-9,.]+ proven");
        assertThat(services.victims().requests())
                .containsExactly(RecordProvenLossRequest.newBuilder()
                        .setCaseId("c1")
                        .setLossFen(lossFen)
                        .setEvidenceDigest(DIGEST)
                        .setRestoredElsewhereFen(restoredFen)
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void disputeIsOpenedWithAnIdOfItsOwnAndClosedByIt() {
        assertThat(terminal.run("victim", "dispute", "open", "c1", "--reason", "a seller claims it"))
                .isZero();
        OpenDisputeRequest opened =
                (OpenDisputeRequest) services.victims().requests().get(0);
        assertThat(UUID.fromString(opened.getDisputeId()).version()).isEqualTo(7);
        assertThat(opened.getReason()).isEqualTo("a seller claims it");
        assertThat(terminal.out())
                .contains("dispute   " + opened.getDisputeId())
                .contains("a seller claims it");

        assertThat(victim("dispute close d1 --reason withdrawn")).isZero();
        assertThat(services.victims().requests().get(1))
                .isEqualTo(CloseDisputeRequest.newBuilder()
                        .setDisputeId("d1")
                        .setReason("withdrawn")
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void disputeThatIsSentAgainKeepsItsId() {
        String id = "0193a000-0000-7000-8000-0000000000d1";

        assertThat(victim("dispute open c1 --reason r --request-id " + id)).isZero();

        assertThat(((OpenDisputeRequest) services.victims().requests().get(0)).getDisputeId())
                .isEqualTo(id);
    }

    @Test
    void agentIsAppointedWithAndWithoutAnAuthorityAndEnds() {
        assertThat(victim("agent c1 --name 陈律师 --authority FILE")).isZero();
        assertThat(terminal.out()).contains(", authority").contains(DIGEST).doesNotContain("陈律师");
        assertThat(victim("agent c1 --name 陈律师")).isZero();
        assertThat(terminal.out()).contains("AUTHORITY MISSING");
        assertThat(victim("agent c1 --none")).isZero();
        assertThat(terminal.out()).contains("agent     none");

        AppointAgentRequest.Builder request =
                AppointAgentRequest.newBuilder().setCaseId("c1").setOperator(OFFICER);
        Agent.Builder agent = Agent.newBuilder().setName("陈律师");
        assertThat(services.victims().requests())
                .containsExactly(
                        request.clone()
                                .setAgent(agent.clone().setAuthorityDigest(DIGEST))
                                .build(),
                        request.clone().setAgent(agent).build(),
                        request.build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agent c1                                | --name, --none: none given",
                "agent c1 --name x --none                | --name, --none: both given",
                "agent c1 --none --authority FILE        | --authority: with --none",
                "loss c1 --amount -5 --evidence FILE     | --amount: -5 (expected: yuan such as 140,000.00",
                "loss c1 --amount 5 --restored x --evidence FILE | --restored: x (expected: yuan",
                "account c1 --reason r                   | --number, --original: none given",
                "account c1 --original --number 6217000000000000015 --reason r | --number, --original: both given",
                "account c1 --number 6217000000000000015 --reason r | --institution: not given",
                "account c1 --institution ICBC --number 6217000000000000015 --name x --reason r | --evidence: not given",
                "account c1 --institution ICBC --number 6#2 --name x --evidence FILE --reason r | --number: ***(3)",
                "account c1 --institution ICBC --number 62170000 --name x --evidence FILE --kind x --reason r | --kind: x",
                "verify c1 --document nowhere.jpg        | nowhere.jpg cannot be read"
            })
    void whatIsWrongIsNamedAndNothingIsSent(String line, String expected) {
        assertThat(victim(line)).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(expected);
        assertThat(services.victims().requests()).isEmpty();
    }

    @Test
    void anotherAccountIsSentWithItsEvidence() {
        assertThat(victim("account c1 --institution ICBC --number 6217-0000-0000-0000-015 --name 林某某"
                        + " --kind bank_personal --reason closed --evidence FILE"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out().replaceAll("\\s+", " "))
                .contains("goes to 6217000000000000015 at 102100099996")
                .contains("***(3), another account that was verified")
                .doesNotContain("林某某");
        assertThat(services.victims().requests())
                .containsExactly(SetRefundAccountRequest.newBuilder()
                        .setCaseId("c1")
                        .setAccount(Account.newBuilder()
                                .setInstitutionCode("102100099996")
                                .setNumber("6217000000000000015")
                                .setName("林某某")
                                .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL))
                        .setReason("closed")
                        .setEvidenceDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void theAccountThatPaidIsChosenAgain() {
        assertThat(victim("account c1 --original --reason works --lang zh"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out()).contains("返还至  6217000000000000015", "原付款账户");
        ChineseScreen.requireChinese(terminal.out());
        assertThat(services.victims().requests())
                .containsExactly(SetRefundAccountRequest.newBuilder()
                        .setCaseId("c1")
                        .setReason("works")
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void jsonMasksTheNameUnlessItIsAskedFor() {
        assertThat(victim("show c1 -o json")).isZero();
        assertThat(terminal.out())
                .startsWith("{")
                .contains("\"lossFen\": \"10000000\"")
                .doesNotContain("林某某");
        assertThat(victim("show c1 -o json --unmasked")).isZero();
        assertThat(terminal.out()).contains("林某某");
    }
}
