package org.stoppayment.cli.command.objection;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentDigest;
import org.stoppayment.cli.command.common.OfficerName;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.TypedValue;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionGrounds;
import org.stoppayment.proto.freeze.v1.Objector;
import org.stoppayment.proto.freeze.v1.ObjectorRelation;
import org.stoppayment.proto.freeze.v1.OpenObjectionRequest;
import org.stoppayment.proto.freeze.v1.OpenObjectionResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an objection. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = {
            "Takes an objection to the stop or the freeze of an account.",
            "When several cases hold the account, --case says which is meant."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  stoppay objection open ICBC 6222020000000000018 --name 'Qian' \\",
            "      --phone 13900000000 --grounds goods_delivered \\",
            "      --statement 'the goods were sent' --owner 'Shanghai police/100002'"
        })
final class OpenCommand extends ServiceCommandBase {

    @Parameters(index = "0", paramLabel = "INSTITUTION", description = "Institution of the account, by code or name.")
    private String institution = "";

    @Parameters(index = "1", paramLabel = "ACCOUNT", description = "Number of the account.")
    private String account = "";

    @Option(
            names = "--case",
            paramLabel = "CASE",
            defaultValue = "",
            description = "UUID of the case. Required when several cases hold the account.")
    private String caseId = "";

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "Name of the person who objects, 1..100 characters.")
    private String name = "";

    @Option(names = "--agent", description = "The person acts for the holder, such as a lawyer, and is not the holder.")
    private boolean agent;

    @Option(
            names = "--phone",
            required = true,
            paramLabel = "NUMBER",
            description = "Telephone number of the person, 1..50 characters.")
    private String phone = "";

    @Option(
            names = "--grounds",
            required = true,
            paramLabel = "GROUNDS",
            description = "Why: goods_delivered, unrelated_funds, wrong_person, sum_too_high or other.")
    private String grounds = "";

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
            names = "--owner",
            required = true,
            paramLabel = "ORG/BADGE",
            description = "The officer who decides: organisation and badge number, such as 'Shanghai police/100002'.")
    private String owner = "";

    @Option(
            names = "--request-id",
            paramLabel = "UUID",
            description = "Id of the request, to send the same objection again. Default: a new one.")
    private @Nullable String requestId;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    OpenCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        TypedValue.value("--grounds", grounds, ObjectionGrounds.values());
        OfficerName.parse("--owner", owner);
    }

    @Override
    protected int ask(ServiceClients clients) {
        OpenObjectionRequest.Builder request = OpenObjectionRequest.newBuilder()
                .setRequestId(
                        requestId == null ? new Ids(context().clock()).next().toString() : requestId)
                .setInstitutionCode(institutions().codeOf("INSTITUTION", institution))
                .setAccountNumber(account)
                .setCaseId(caseId)
                .setObjector(Objector.newBuilder()
                        .setName(name)
                        .setRelation(
                                agent
                                        ? ObjectorRelation.OBJECTOR_RELATION_AGENT
                                        : ObjectorRelation.OBJECTOR_RELATION_HOLDER)
                        .setPhone(phone))
                .setGrounds(TypedValue.value("--grounds", grounds, ObjectionGrounds.values()))
                .setStatement(statement)
                .setOwner(OfficerName.parse("--owner", owner))
                .setOperator(officer.operator());
        if (evidence != null) {
            request.setEvidenceDigest(
                    DocumentDigest.of("--evidence", context().workingDirectory().resolve(evidence)));
        }
        OpenObjectionResponse answer = clients.objections().openObjection(request.build());
        return show(answer, () -> new ObjectionView(console(), context().clock().instant())
                .print((Objection) output().visible(answer.getObjection())));
    }
}
