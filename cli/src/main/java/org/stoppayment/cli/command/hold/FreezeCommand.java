package org.stoppayment.cli.command.hold;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.freeze.v1.OrderFreezeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Orders the freeze of one account of a case, or of all that are proposed. */
@Command(
        name = "freeze",
        mixinStandardHelpOptions = true,
        description = {
            "Freezes an account for a filed case, or all accounts that are proposed.",
            "Without --limited and --full the case's money on the account is frozen, and the rest stays usable.",
            "With --all, every stopped account of the case is frozen, each for the case's money there.",
            "Shows what is ordered, and asks first. Repeating it with the same content changes nothing.",
            "With --all, exit code 3 when an order was refused, 1 when one was not answered; each is in its row."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  export STOPPAY_ORGANISATION='Shanghai police' STOPPAY_BADGE=100234",
            "  stoppay hold freeze CASE --all --document order.pdf \\",
            "      --approver 'Shanghai police/100001' --level county",
            "  stoppay hold freeze CASE 6222020000000000018 --limited 140,000.00 \\",
            "      --document order.pdf --approver 'Shanghai police/100001' --level county",
            "  stoppay hold freeze CASE 2 --full --reason 'account of the ring' \\",
            "      --document order.pdf --approver 'Shanghai police/100001' --level city"
        })
final class FreezeCommand extends ServiceCommandBase {

    @Parameters(index = "0", paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ACCOUNT",
            description = "Number of the account; or of a transfer to it, such as 2, as stoppay get CASE numbers them.")
    private @Nullable String account;

    @Option(names = "--all", description = "All accounts that stoppay hold propose CASE names to be frozen.")
    private boolean all;

    @Option(
            names = "--institution",
            paramLabel = "BANK",
            description = "Institution of the account, by code or name. Needed when the case does not say which.")
    private @Nullable String institution;

    @Mixin
    private FreezeTerms terms = new FreezeTerms();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    FreezeCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        if (all == (account != null)) {
            throw CliException.usage(HoldText.ACCOUNT_OR_ALL);
        }
        if (all && (institution != null || terms.hasOwnSum())) {
            throw CliException.usage(HoldText.ALL_ALONE);
        }
        terms.check();
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        OrderFreezeRequest.Builder order =
                terms.request(context()).setCaseId(caseId).setOperator(officer.operator());
        return account == null ? freezeAll(clients, order) : freezeOne(clients, order, account);
    }

    private int freezeAll(ServiceClients clients, OrderFreezeRequest.Builder order) {
        ProposedFreezes proposed = ProposedFreezes.of(clients, caseId);
        proposed.requireAny();
        proposed.print(context());
        FreezePreview.terms(console(), visible(order));
        confirm.confirm(context(), console().text(HoldText.FREEZE_ALL_QUESTION, proposed.count(), caseId));
        return new BatchFreeze(context(), clients).order(proposed.orders(order));
    }

    private int freezeOne(ServiceClients clients, OrderFreezeRequest.Builder order, String typed) {
        CaseAccounts accounts = CaseAccounts.of(clients, caseId);
        Account found = accounts.find(typed, Optional.ofNullable(institution).map(name -> institutions()
                .codeOf("--institution", name)));
        order.setInstitutionCode(found.getInstitutionCode()).setAccountNumber(found.getNumber());
        FreezePreview.account(console(), visible(order), accounts.proposedFen(found));
        FreezePreview.terms(console(), visible(order));
        confirm.confirm(context(), console().text(HoldText.FREEZE_QUESTION, caseId));
        OrderFreezeResponse answer = clients.holds().orderFreeze(order.build());
        return show(answer, () -> {
            Freeze freeze = (Freeze) output().visible(answer.getFreeze());
            console().print(new HoldTable(console(), context().clock().instant()).render(List.of(freeze)));
            console().progress(console().text(HoldText.FOLLOW, freeze.getApplicationId()));
        });
    }

    private OrderFreezeRequest visible(OrderFreezeRequest.Builder order) {
        return (OrderFreezeRequest) output().visible(order.build());
    }
}
