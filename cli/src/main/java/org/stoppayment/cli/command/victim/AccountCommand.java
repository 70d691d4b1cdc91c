package org.stoppayment.cli.command.victim;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.TypedValue;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.recovery.v1.SetRefundAccountRequest;
import org.stoppayment.proto.recovery.v1.SetRefundAccountResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes to which account a victim's money is returned. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = {
            "Notes to which account the victim's money is returned.",
            "By itself it goes to the account that paid. Another one must bear the victim's name, and no victim's money",
            "may have reached it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay victim account CASE --institution ICBC --number 6222020000000000018 \\",
            "      --name 'Lin' --reason 'the account that paid is closed' --evidence card.jpg",
            "  stoppay victim account CASE --original --reason 'the first account works again'"
        })
final class AccountCommand extends VictimCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Option(names = "--institution", paramLabel = "BANK", description = "Institution of the account, by code or name.")
    private @Nullable String institution;

    @Option(names = "--number", paramLabel = "NUMBER", description = "Number of the account.")
    private @Nullable String number;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the account: the victim's.")
    private @Nullable String name;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = {
                "Kind of the account: bank_personal, bank_corporate, payment, prepaid or game_credit.",
                "Default: not given."
            })
    private @Nullable String kind;

    @Option(names = "--original", description = "The account that paid again.")
    private boolean original;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why this account, 1..200 characters.")
    private String reason = "";

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "What shows whose account it is. Its SHA-256 is sent, the file itself is not.")
    private @Nullable Path evidence;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    AccountCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("--institution", institution);
        parts.put("--number", number);
        parts.put("--name", name);
        parts.put("--evidence", evidence);
        boolean isGiven = kind != null || parts.values().stream().anyMatch(Objects::nonNull);
        if (original == isGiven) {
            throw CliException.usage(VictimText.ACCOUNT_OR_ORIGINAL, original ? 2 : 0);
        }
        if (isGiven) {
            parts.forEach((option, value) -> {
                if (value == null) {
                    throw CliException.usage(VictimText.ACCOUNT_INCOMPLETE, option);
                }
            });
            number();
            kind();
        }
    }

    private String number() {
        String typed = number == null ? "" : number;
        String normal = AccountNumber.normalise(typed);
        if (!AccountNumber.hasForm(normal)) {
            throw CliException.usage(VictimText.ACCOUNT_INVALID, Masking.mask(typed), AccountNumber.FORM_IN_WORDS);
        }
        return normal;
    }

    private AccountKind kind() {
        return kind == null
                ? AccountKind.ACCOUNT_KIND_UNSPECIFIED
                : TypedValue.value("--kind", kind, AccountKind.values());
    }

    @Override
    protected int ask(ServiceClients clients) {
        SetRefundAccountRequest.Builder request = SetRefundAccountRequest.newBuilder()
                .setCaseId(caseId)
                .setReason(reason)
                .setOperator(officer.operator());
        if (!original) {
            request.setAccount(Account.newBuilder()
                            .setInstitutionCode(
                                    institutions().codeOf("--institution", institution == null ? "" : institution))
                            .setNumber(number())
                            .setName(name == null ? "" : name)
                            .setKind(kind()))
                    .setEvidenceDigest(evidence == null ? "" : digest("--evidence", evidence));
        }
        SetRefundAccountResponse answer = clients.victims().setRefundAccount(request.build());
        return showVictim(answer, answer.getVictim());
    }
}
