package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.account;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;
import static org.stoppayment.intake.Reports.victim;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.proto.intake.v1.FindVictimContactsRequest;
import org.stoppayment.proto.intake.v1.PayerAccount;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.TransferCorrection;
import org.stoppayment.proto.intake.v1.VictimContact;

/** Whom to call about accounts that may be victims'. */
@QuarkusTest
class VictimContactsTest extends IntakeTest {

    private static final String BANK = "102100099996";
    private static final String OTHER_BANK = "103100000026";
    private static final String NAME = "林某";
    private static final AtomicLong NUMBERS = new AtomicLong(6_222_027_700_000_000L);

    private static String newAccount() {
        return Long.toString(NUMBERS.incrementAndGet());
    }

    /** A report of a victim whose account is named with this holder. */
    private static ReportFraudRequest.Builder paidFrom(String number, String holder) {
        return report().setTransfers(0, transfer().setPayer(account(number).setName(holder)));
    }

    private static PayerAccount payer(String institution, String number) {
        return PayerAccount.newBuilder()
                .setInstitutionCode(institution)
                .setNumber(number)
                .build();
    }

    private List<VictimContact> contactsOf(PayerAccount... accounts) {
        return intake.findVictimContacts(FindVictimContactsRequest.newBuilder()
                        .addAllAccounts(List.of(accounts))
                        .build())
                .getAccountsList()
                .get(0)
                .getContactsList();
    }

    @Test
    void payerOfAReportIsFoundWithNamePhoneAndCase() {
        String number = newAccount();
        String caseId = intake.reportFraud(paidFrom(number, NAME).build()).getCaseId();

        assertThat(contactsOf(payer(BANK, number))).singleElement().satisfies(contact -> {
            assertThat(contact.getName()).isEqualTo(NAME);
            assertThat(contact.getPhone()).isEqualTo("13800000002");
            assertThat(contact.getCaseId()).isEqualTo(caseId);
            assertThat(contact.getAcceptedAt().getSeconds()).isPositive();
        });
        assertThat(contactsOf(payer(BANK, newAccount()))).isEmpty();
    }

    @Test
    void victimsOfCasesAreFoundByTheIdsOfTheCases() {
        String known = intake.reportFraud(report().build()).getCaseId();
        String withoutVictim =
                intake.reportFraud(report().clearVictim().build()).getCaseId();

        var answer = intake.findVictimContacts(FindVictimContactsRequest.newBuilder()
                .addCaseIds(withoutVictim)
                .addCaseIds(known)
                .addCaseIds(known)
                .addCaseIds(newId())
                .build());

        assertThat(answer.getAccountsList()).isEmpty();
        assertThat(answer.getCasesList()).singleElement().satisfies(contact -> {
            assertThat(contact.getName()).isEqualTo(NAME);
            assertThat(contact.getPhone()).isEqualTo("13800000002");
            assertThat(contact.getCaseId()).isEqualTo(known);
            assertThat(contact.getAcceptedAt().getSeconds()).isPositive();
        });
    }

    @Test
    void wrongIdsOfCasesAreAllNamed() {
        assertThat(violationsOf(() -> intake.findVictimContacts(FindVictimContactsRequest.newBuilder()
                        .addCaseIds("one")
                        .addCaseIds(newId())
                        .addCaseIds("")
                        .build())))
                .containsExactly("caseIds[0] NOT_A_UUID", "caseIds[2] NOT_A_UUID");
        assertThat(violationsOf(() -> intake.findVictimContacts(FindVictimContactsRequest.newBuilder()
                        .addAllCaseIds(Collections.nCopies(201, newId()))
                        .build())))
                .containsExactly("caseIds OUT_OF_RANGE");
    }

    @Test
    void answersAreInTheOrderOfTheAccounts() {
        String one = newAccount();
        String two = newAccount();
        intake.reportFraud(paidFrom(two, NAME).build());
        intake.reportFraud(paidFrom(one, "周某").setVictim(victim().setName("周某")).build());

        var answer = intake.findVictimContacts(FindVictimContactsRequest.newBuilder()
                .addAccounts(payer(BANK, one))
                .addAccounts(payer(BANK, newAccount()))
                .addAccounts(payer(BANK, two))
                .build());

        assertThat(answer.getAccountsList())
                .extracting(found -> found.getContactsList().stream()
                        .map(VictimContact::getName)
                        .toList())
                .containsExactly(List.of("周某"), List.of(), List.of(NAME));
    }

    @Test
    void newestReportIsFirstAndNoMoreThanFiveAreShown() {
        String number = newAccount();
        List<String> cases = IntStream.range(0, 7)
                .mapToObj(i -> intake.reportFraud(paidFrom(number, NAME)
                                .setVictim(victim().setPhone("1380000010" + i))
                                .build())
                        .getCaseId())
                .toList();

        List<VictimContact> contacts = contactsOf(payer(BANK, number));

        assertThat(contacts).hasSize(5);
        assertThat(contacts.get(0).getCaseId()).isEqualTo(cases.get(6));
        assertThat(contacts).extracting(VictimContact::getPhone).startsWith("13800000106", "13800000105");
    }

    @Test
    void institutionMustBeTheSameWhereBothKnowIt() {
        String number = newAccount();
        intake.reportFraud(paidFrom(number, NAME).build());
        String unknown = newAccount();
        intake.reportFraud(report().setTransfers(
                        0, transfer().setPayer(account(unknown).setName(NAME).clearInstitutionCode()))
                .build());

        assertThat(contactsOf(payer(OTHER_BANK, number))).isEmpty();
        assertThat(contactsOf(payer("", number))).hasSize(1);
        assertThat(contactsOf(payer(OTHER_BANK, unknown))).hasSize(1);
    }

    @Test
    void muleThatPaysInASupplementedOnwardTransferIsNotTheVictim() {
        String mule = newAccount();
        String caseId = intake.reportFraud(report().build()).getCaseId();
        intake.supplementCase(supplement(caseId)
                .addTransfers(transfer().setPayer(account(mule).setName("卡主甲")))
                .build());

        assertThat(contactsOf(payer(BANK, mule))).isEmpty();
    }

    @Test
    void accountWithoutAHoldersNameCounts() {
        String number = newAccount();
        intake.reportFraud(paidFrom(number, "").build());

        assertThat(contactsOf(payer(BANK, number)))
                .extracting(VictimContact::getName)
                .containsExactly(NAME);
    }

    @Test
    void reportWithoutTheVictimsNameHasTheHoldersAndOneWithNothingIsNoContact() {
        String number = newAccount();
        intake.reportFraud(paidFrom(number, "周某")
                .setVictim(victim().clearName().clearPhone())
                .build());
        String nothing = newAccount();
        intake.reportFraud(paidFrom(nothing, "")
                .setVictim(victim().clearName().clearPhone())
                .build());

        assertThat(contactsOf(payer(BANK, number))).singleElement().satisfies(contact -> {
            assertThat(contact.getName()).isEqualTo("周某");
            assertThat(contact.getPhone()).isEmpty();
        });
        assertThat(contactsOf(payer(BANK, nothing))).isEmpty();
    }

    @Test
    void payerThatWasCorrectedSinceDoesNotCount() {
        String wrong = newAccount();
        String right = newAccount();
        var reported = intake.reportFraud(paidFrom(wrong, NAME).build());
        intake.supplementCase(supplement(reported.getCaseId())
                .addCorrections(TransferCorrection.newBuilder()
                        .setTransferId(reported.getTransferIds(0))
                        .setCorrected(transfer().setPayer(account(right).setName(NAME))))
                .build());

        assertThat(contactsOf(payer(BANK, wrong))).isEmpty();
        assertThat(contactsOf(payer(BANK, right))).hasSize(1);
    }

    @Test
    void wrongRequestsNameTheFieldAndMaskTheNumber() {
        assertThat(violationsOf(() -> intake.findVictimContacts(FindVictimContactsRequest.getDefaultInstance())))
                .containsExactly("accounts OUT_OF_RANGE");
        var tooMany = FindVictimContactsRequest.newBuilder();
        IntStream.range(0, 201).forEach(i -> tooMany.addAccounts(payer(BANK, "6222" + i)));
        assertThat(violationsOf(() -> intake.findVictimContacts(tooMany.build())))
                .containsExactly("accounts OUT_OF_RANGE");
        var wrong = FindVictimContactsRequest.newBuilder()
                .addAccounts(payer(BANK, "62220277"))
                .addAccounts(payer(BANK, ""))
                .addAccounts(payer(BANK, "6".repeat(65)))
                .build();
        assertThat(violationsOf(() -> intake.findVictimContacts(wrong)))
                .containsExactly("accounts[1].number MISSING", "accounts[2].number TOO_LONG");
        assertThat(failureOf(() -> intake.findVictimContacts(wrong)).getMessage())
                .doesNotContain("6".repeat(20));
    }

    @Test
    void personalDataIsNotLogged() {
        String number = newAccount();
        intake.reportFraud(paidFrom(number, NAME).build());

        try (LogListener log = LogListener.startAtAllLevels()) {
            assertThat(contactsOf(payer(BANK, number))).hasSize(1);
            assertThat(String.join("\n", log.lines())).doesNotContain(NAME, "13800000002", number);
        }
    }
}
