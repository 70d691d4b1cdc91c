package org.stoppayment.cli.command.victim;

import java.nio.file.Path;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.proto.recovery.v1.VerifyIdentityRequest;
import org.stoppayment.proto.recovery.v1.VerifyIdentityResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes that the identity of a victim is verified. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Notes that you have seen the victim's identity document.")
final class VerifyCommand extends VictimCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Option(
            names = "--document",
            required = true,
            paramLabel = "FILE",
            description = "A copy of the identity document. Its SHA-256 is sent, the file itself is not.")
    private Path document = Path.of("");

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    VerifyCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        VerifyIdentityResponse answer = clients.victims()
                .verifyIdentity(VerifyIdentityRequest.newBuilder()
                        .setCaseId(caseId)
                        .setDocumentDigest(digest("--document", document))
                        .setOperator(officer.operator())
                        .build());
        return showVictim(answer, answer.getVictim());
    }
}
