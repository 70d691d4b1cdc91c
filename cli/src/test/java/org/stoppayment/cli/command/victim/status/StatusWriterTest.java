package org.stoppayment.cli.command.victim.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.command.victim.status.StatusSamples.CALL;
import static org.stoppayment.cli.command.victim.status.StatusSamples.MULE;
import static org.stoppayment.cli.command.victim.status.StatusSamples.OTHER;
import static org.stoppayment.cli.command.victim.status.StatusSamples.OWN;
import static org.stoppayment.cli.command.victim.status.StatusSamples.OWN_ACCOUNT;
import static org.stoppayment.cli.command.victim.status.StatusSamples.all;
import static org.stoppayment.cli.command.victim.status.StatusSamples.shared;
import static org.stoppayment.cli.command.victim.status.StatusSamples.written;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.text.Language;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.xml.sax.InputSource;

/** A victim is told of the own money in plain words, and of nobody else. */
class StatusWriterTest {

    private static final String ICBC = "the bank with the code 102100099996, account ending 0018";

    /** Of other people: none of it may be told. */
    private static final List<String> CANARIES = List.of(
            "户主甲",
            "受害人乙",
            OTHER,
            "77,777.77",
            "88,888.88",
            "8642",
            "R-OTHER",
            "badge-9",
            MULE.getNumber(),
            OWN_ACCOUNT.getNumber());

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingOfOtherPeopleIsToldOnASharedAccount(Language language) {
        VictimStatus status = written(language, shared());

        assertThat(StatusPage.of(written(Language.ZH, shared()), status)).doesNotContain(CANARIES);
        assertThat(Json.of(status)).doesNotContain(CANARIES);
        assertThat(Json.of(status)).contains("50,000.00", "0018", "0777", "R-OWN", "林小溪");
    }

    @Test
    void ownMoneyIsToldWithItsBankItsEndAndWhatIsNeeded() {
        assertThat(all(written(Language.EN, shared())))
                .contains(
                        "Your report was taken on 1 March 2026, 10:05 by: 城南派出所.",
                        "The police have not filed the case yet.",
                        ICBC + ": 40,000.00 of your money is stopped. The stop ends on 3 March 2026, 10:06, unless the"
                                + " police freeze the account before.",
                        ICBC + ": 10,000.00 of your money is frozen. The freeze ends on 1 September 2026, 10:06. The"
                                + " police may renew it.",
                        "8,000.00 was withdrawn in cash.",
                        "A draft would return 50,000.00 to you, from: " + ICBC + ". The police must still approve it.",
                        "Before that, the police publish a notice, and its time must pass.",
                        "The police: file the case.",
                        "You: bring your identity document to the police station.",
                        "1 March 2026, 10:05: 1,000.00 was paid to the bank with the code 103100000026, account ending 0777, receipt R-OWN.")
                .doesNotContain("Nothing is needed of you at this time.");
    }

    @Test
    void caseOfWhichNothingIsKnownYetSaysSo() {
        VictimFacts nothing = new VictimFacts(
                GetCaseResponse.newBuilder()
                        .setCase(Case.newBuilder().setCaseId(OWN).setAcceptedAt(CALL))
                        .setProgressUnavailable("account-freeze does not answer")
                        .build(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of());

        assertThat(all(written(Language.EN, nothing)))
                .contains(
                        "This cannot be looked up at this time. Please ask again later.",
                        "What is needed is not known yet. Please ask again later.",
                        "No return of money is planned yet.",
                        "Nothing was paid to you yet.",
                        "Your report was taken on 1 March 2026, 10:05.")
                .doesNotContain("Nothing is needed of you at this time.", "Nothing is known to have gone elsewhere.");
    }

    @Test
    void pageIsChineseFirstThenEnglishAndFetchesNothing() throws Exception {
        String page = page();

        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        assertThat(page)
                .containsSubsequence(
                        "<html lang=\"zh\">",
                        "您的案件目前的情况",
                        "2026年3月1日 10:05",
                        "尾号 0018",
                        "What is known about your case")
                .doesNotContain("<script", "http://", "https://", "url(");
    }

    private static String page() {
        return StatusPage.of(written(Language.ZH, shared()), written(Language.EN, shared()));
    }
}
