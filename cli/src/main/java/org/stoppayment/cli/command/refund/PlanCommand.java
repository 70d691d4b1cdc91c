package org.stoppayment.cli.command.refund;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.refund.explain.ExplainedPlan;
import org.stoppayment.cli.command.refund.explain.Explainer;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.recovery.v1.MakeRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.MakeRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.PlanAccount;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a plan. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a plan of one or several accounts, and explains it.",
            "When nothing has changed since the last plan of the same accounts, it is that one. Nothing is paid."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay refund plan ICBC 6222020000000000018",
            "  stoppay refund plan ICBC 6222020000000000018 CCB 6217000000000000015"
        })
final class PlanCommand extends ServiceCommandBase {

    @Parameters(
            arity = "2..*",
            paramLabel = "BANK ACCOUNT",
            description = "Institution, by code or name, and number of each account.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    PlanCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        if (words.size() % 2 != 0) {
            throw CliException.usage(RefundText.ACCOUNTS_IN_PAIRS, words.size());
        }
        for (int i = 1; i < words.size(); i += 2) {
            number(words.get(i));
        }
    }

    @Override
    protected int ask(ServiceClients clients) {
        MakeRefundPlanRequest.Builder request =
                MakeRefundPlanRequest.newBuilder().setOperator(officer.operator());
        for (int i = 0; i < words.size(); i += 2) {
            request.addAccounts(PlanAccount.newBuilder()
                    .setInstitutionCode(institutions().codeOf("BANK", words.get(i)))
                    .setAccountNumber(number(words.get(i + 1))));
        }
        MakeRefundPlanResponse answer = clients.refunds().makeRefundPlan(request.build());
        return show(answer, () -> {
            new PlanView(console()).print(Explainer.explain(console(), ExplainedPlan.of((RefundPlan)
                    output().visible(answer.getPlan()))));
            console()
                    .progress(console()
                            .text(RefundText.EXPLAIN_WITH, answer.getPlan().getPlanId()));
        });
    }

    private static String number(String typed) {
        String number = AccountNumber.normalise(typed);
        if (!AccountNumber.hasForm(number)) {
            throw CliException.usage(RefundText.ACCOUNT_INVALID, Masking.mask(typed), AccountNumber.FORM_IN_WORDS);
        }
        return number;
    }
}
