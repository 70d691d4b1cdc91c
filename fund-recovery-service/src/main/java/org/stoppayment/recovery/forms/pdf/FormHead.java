package org.stoppayment.recovery.forms.pdf;

import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormKind;

/**
 * The head of a form.
 *
 * @param title its name
 * @param purpose what it is for
 * @param planId of the plan
 * @param planDigest SHA-256 of what the plan says
 * @param planMadeAt when the plan was made
 * @param rules id and version of the rules
 */
public record FormHead(
        String title, String purpose, String planId, String planDigest, String planMadeAt, String rules) {

    static FormHead of(FormKind kind, FormFacts facts) {
        return new FormHead(
                kind.title(),
                purpose(kind),
                facts.plan().id().toString(),
                facts.planDigest(),
                FormWords.moment(facts.plan().madeAt()),
                facts.rules().name());
    }

    private static String purpose(FormKind kind) {
        return switch (kind) {
            case APPLICATION -> "被害人向公安机关申请返还冻结资金。由被害人核对、补填空白处并签名。";
            case FLOW_TABLE -> "说明资金如何转入冻结账户，作为返还方案的依据，附于呈请返还资金报告书。";
            case REPORT -> "承办人呈请负责人批准返还方案。";
            case DECISION -> "公安机关决定返还冻结资金。经批准人签名并加盖公章后生效，其电子文件随审批提交。";
            case BANK_NOTICE -> "通知冻结账户的开户机构协助返还资金，并请其填写回执。";
        };
    }
}
