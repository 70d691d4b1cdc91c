package org.stoppayment.recovery.forms.pdf;

import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.eligibility.domain.Victim;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormFacts.Filing;

/**
 * A victim and the case. What is not known is empty: the form has a line for it.
 *
 * @param label short name on the forms of the plan
 * @param name as the report gives it
 * @param caseId of the case
 * @param filingNumber number of the filing
 * @param filedBy organisation that filed it
 * @param filedOn day of the filing
 * @param identity how the identity was verified
 * @param agent who acts for the victim
 */
public record VictimRow(
        String label,
        String name,
        String caseId,
        String filingNumber,
        String filedBy,
        String filedOn,
        String identity,
        String agent) {

    static VictimRow of(Parties parties, FormFacts facts, CaseId caseId) {
        Optional<Filing> filing = Optional.ofNullable(facts.filings().get(caseId));
        Optional<Victim> victim = Optional.ofNullable(facts.victims().get(caseId));
        return new VictimRow(
                parties.victim(caseId),
                parties.name(caseId),
                caseId.toString(),
                filing.map(Filing::number).orElse(""),
                filing.map(Filing::organisation).orElse(""),
                filing.flatMap(Filing::filedAt).map(FormWords::day).orElse(""),
                victim.flatMap(Victim::identity).map(VictimRow::identity).orElse(""),
                victim.flatMap(Victim::agent).map(VictimRow::agent).orElse(""));
    }

    private static String identity(Victim.Identity identity) {
        return "已于" + FormWords.day(identity.verifiedAt()) + "核实，证件材料摘要（SHA-256）" + identity.documentDigest();
    }

    private static String agent(Victim.Agent agent) {
        return agent.name()
                + agent.authorityDigest()
                        .map(digest -> "，授权委托书摘要（SHA-256）" + digest)
                        .orElse("，尚未提交授权委托书");
    }
}
