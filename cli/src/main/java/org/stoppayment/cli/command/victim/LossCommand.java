package org.stoppayment.cli.command.victim;

import java.nio.file.Path;
import org.stoppayment.cli.cases.Yuan;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.proto.recovery.v1.RecordProvenLossRequest;
import org.stoppayment.proto.recovery.v1.RecordProvenLossResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes what a victim lost. */
@Command(
        name = "loss",
        mixinStandardHelpOptions = true,
        description = {
            "Notes what the victim lost, with its evidence.",
            "It takes the place of the reported sum, and of what was noted before."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  stoppay victim loss CASE --amount 100,000.00 --restored 20,000.00 \\",
            "      --evidence statement.pdf"
        })
final class LossCommand extends VictimCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Option(
            names = "--amount",
            required = true,
            paramLabel = "YUAN",
            description = "The proven loss in yuan, such as 140,000.00.")
    private String amount = "";

    @Option(
            names = "--evidence",
            required = true,
            paramLabel = "FILE",
            description = "The evidence of the loss. Its SHA-256 is sent, the file itself is not.")
    private Path evidence = Path.of("");

    @Option(
            names = "--restored",
            paramLabel = "YUAN",
            defaultValue = "0",
            description = "What the victim got back outside of this suite, in yuan. Default: 0.")
    private String restored = "";

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    LossCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        Yuan.typedOrNothing("--amount", amount);
        Yuan.typedOrNothing("--restored", restored);
    }

    @Override
    protected int ask(ServiceClients clients) {
        RecordProvenLossResponse answer = clients.victims()
                .recordProvenLoss(RecordProvenLossRequest.newBuilder()
                        .setCaseId(caseId)
                        .setLossFen(Yuan.typedOrNothing("--amount", amount))
                        .setEvidenceDigest(digest("--evidence", evidence))
                        .setRestoredElsewhereFen(Yuan.typedOrNothing("--restored", restored))
                        .setOperator(officer.operator())
                        .build());
        return showVictim(answer, answer.getVictim());
    }
}
