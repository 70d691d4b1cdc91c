package org.stoppayment.cli.command.victim;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.proto.recovery.v1.DecideDepositRequest;
import org.stoppayment.proto.recovery.v1.DecideDepositResponse;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides about a transfer that names no payer account. */
@Command(
        name = "deposit",
        mixinStandardHelpOptions = true,
        description = {
            "Decides whether a deposit counts as a loss.",
            "A deposit is a transfer without a payer account, such as cash. Nothing needs to be decided when a",
            "booking of the payee's institution matches it.",
            "A new decision takes the place of the earlier one."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay victim deposit CASE TRANSFER --confirm --reason 'receipt of the ATM' \\",
            "      --evidence receipt.jpg",
            "  stoppay victim deposit CASE TRANSFER --reject --reason 'paid before the fraud began'"
        })
final class DepositCommand extends VictimCommandBase {

    @Parameters(index = "0", paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Parameters(index = "1", paramLabel = "TRANSFER", description = "UUID of the transfer: see `stoppay victim show`.")
    private String transferId = "";

    @ArgGroup(multiplicity = "1")
    private Decision decision = new Decision();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
    private String reason = "";

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "The evidence. Its SHA-256 is sent, the file itself is not.")
    private @Nullable Path evidence;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    DepositCommand(Context context) {
        super(context);
    }

    /** What is decided. */
    private static final class Decision {

        @Option(names = "--confirm", required = true, description = "The transfer counts.")
        private boolean isConfirmed;

        @Option(names = "--reject", required = true, description = "The transfer does not count as a loss.")
        private boolean isRejected;
    }

    @Override
    protected int ask(ServiceClients clients) {
        DecideDepositResponse answer = clients.victims()
                .decideDeposit(DecideDepositRequest.newBuilder()
                        .setCaseId(caseId)
                        .setTransferId(transferId)
                        .setIsConfirmed(decision.isConfirmed)
                        .setReason(reason)
                        .setEvidenceDigest(evidence == null ? "" : digest("--evidence", evidence))
                        .setOperator(officer.operator())
                        .build());
        return showVictim(answer, answer.getVictim());
    }
}
