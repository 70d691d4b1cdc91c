package org.stoppayment.recovery.forms.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.stoppayment.recovery.forms.application.FormPrinter;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.FormName;

/**
 * What a form says, as HTML. Its digest also covers the style, so that a form with another look is another version.
 *
 * @param kind of the form
 * @param planId of the plan
 * @param planDigest SHA-256 of what the plan says
 * @param html without the imprint
 * @param digest SHA-256 of it
 */
record FormText(FormKind kind, String planId, String planDigest, String html, String digest)
        implements FormPrinter.Content {

    static FormText of(FormName name, FormFacts facts, Map<String, String> institutions, int maxRows) {
        Parties parties = Parties.of(facts.plan(), institutions);
        String html =
                switch (name.kind()) {
                    case APPLICATION ->
                        FormTemplates.render(
                                "application",
                                ApplicationForm.of(facts, parties, name.caseId().orElseThrow()));
                    case FLOW_TABLE -> FormTemplates.render("flow-table", FlowTableForm.of(facts, parties, maxRows));
                    case REPORT -> FormTemplates.render("report", ReportForm.of(facts, parties));
                    case DECISION -> FormTemplates.render("decision", DecisionForm.of(facts, parties));
                    case BANK_NOTICE ->
                        FormTemplates.render(
                                "bank-notice",
                                BankNoticeForm.of(
                                        facts, parties, name.institutionCode().orElseThrow()));
                };
        return new FormText(
                name.kind(),
                facts.plan().id().toString(),
                facts.planDigest(),
                html,
                digest(html.getBytes(StandardCharsets.UTF_8), FormTemplates.STYLE.getBytes(StandardCharsets.UTF_8)));
    }

    /** The style of the page: the flow table is wider than high. */
    String style() {
        String page = kind == FormKind.FLOW_TABLE ? "@page { size: A4 landscape; }" : "@page { size: A4; }";
        return FormTemplates.STYLE + page;
    }

    /** What stands at the foot of each page, in characters that every Chinese font has. */
    List<String> footer() {
        return List.of(kind.title() + "　方案 " + planId, "方案校验值（SHA-256） " + planDigest);
    }

    /** SHA-256 of some parts as hexadecimal digits. */
    static String digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
