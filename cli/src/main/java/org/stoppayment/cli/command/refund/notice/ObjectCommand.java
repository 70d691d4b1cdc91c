package org.stoppayment.cli.command.refund.notice;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentDigest;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.TypedValue;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.recovery.v1.InterestRelation;
import org.stoppayment.proto.recovery.v1.ObjectToPlanRequest;
import org.stoppayment.proto.recovery.v1.ObjectToPlanResponse;
import org.stoppayment.proto.recovery.v1.PlanObjection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an objection to a plan. */
@Command(
        name = "object",
        mixinStandardHelpOptions = true,
        description = {
            "Takes an objection to a plan (异议), until its notice ends.",
            "While it is open, no plan for the same accounts can be carried out."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay refund object PLAN --name 'Qian' --relation interested_party \\",
            "      --statement 'the money is the price of goods'"
        })
public final class ObjectCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "PLAN", description = "Id of the plan.")
    private String planId = "";

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "The person who objects, 1..100 characters.")
    private String name = "";

    @Option(
            names = "--relation",
            required = true,
            paramLabel = "RELATION",
            description = "How the person is related to the money: victim or interested_party.")
    private String relation = "";

    @Option(names = "--statement", required = true, paramLabel = "TEXT", description = "Why, 1..2000 characters.")
    private String statement = "";

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "A document. Its SHA-256 is sent, the file itself is not.")
    private @Nullable Path evidence;

    @Option(
            names = "--request-id",
            paramLabel = "UUID",
            description = "Id of the objection, to send the same one again. Default: a new one.")
    private @Nullable String objectionId;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    ObjectCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        TypedValue.value("--relation", relation, InterestRelation.values());
    }

    @Override
    protected int ask(ServiceClients clients) {
        ObjectToPlanRequest.Builder request = ObjectToPlanRequest.newBuilder()
                .setObjectionId(
                        objectionId == null ? new Ids(context().clock()).next().toString() : objectionId)
                .setPlanId(planId)
                .setObjectorName(name)
                .setRelation(TypedValue.value("--relation", relation, InterestRelation.values()))
                .setStatement(statement)
                .setOperator(officer.operator());
        if (evidence != null) {
            request.setEvidenceDigest(
                    DocumentDigest.of("--evidence", context().workingDirectory().resolve(evidence)));
        }
        ObjectToPlanResponse answer = clients.notices().objectToPlan(request.build());
        return show(answer, () -> {
            new NoticeView(console()).print((PlanObjection) output().visible(answer.getObjection()));
            console()
                    .progress(console()
                            .text(NoticeText.DECIDE_WITH, answer.getObjection().getObjectionId()));
        });
    }
}
