package org.stoppayment.cli.command.objection;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentDigest;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.freeze.v1.AddObjectionStatementRequest;
import org.stoppayment.proto.freeze.v1.AddObjectionStatementResponse;
import org.stoppayment.proto.freeze.v1.Objection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds to an objection. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Adds a statement or evidence to an objection that is not decided.",
            "The time for the decision stays as it is."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  stoppay objection add OBJECTION --statement 'here is the delivery note' \\",
            "      --evidence note.pdf"
        })
final class AddCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "OBJECTION", description = "Id of the objection.")
    private String objectionId = "";

    @Option(
            names = "--statement",
            required = true,
            paramLabel = "TEXT",
            description = "What the person says, 1..2000 characters.")
    private String statement = "";

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "The evidence. Its SHA-256 is sent, the file itself is not.")
    private @Nullable Path evidence;

    @Option(
            names = "--request-id",
            paramLabel = "UUID",
            description = "Id of the request, to send the same statement again. Default: a new one.")
    private @Nullable String requestId;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    AddCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        AddObjectionStatementRequest.Builder request = AddObjectionStatementRequest.newBuilder()
                .setRequestId(
                        requestId == null ? new Ids(context().clock()).next().toString() : requestId)
                .setObjectionId(objectionId)
                .setStatement(statement)
                .setOperator(officer.operator());
        if (evidence != null) {
            request.setEvidenceDigest(
                    DocumentDigest.of("--evidence", context().workingDirectory().resolve(evidence)));
        }
        AddObjectionStatementResponse answer = clients.objections().addObjectionStatement(request.build());
        return show(answer, () -> new ObjectionView(console(), context().clock().instant())
                .print((Objection) output().visible(answer.getObjection())));
    }
}
