package org.stoppayment.cli.command.objection;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.OptionalApproval;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.TypedValue;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.freeze.v1.DecideObjectionRequest;
import org.stoppayment.proto.freeze.v1.DecideObjectionResponse;
import org.stoppayment.proto.freeze.v1.GetObjectionRequest;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides an objection. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Decides an objection.",
            "",
            "upheld     lifts the freeze, or the stop for the case",
            "limited    holds only the case's money from now on, and releases the rest",
            "rejected   changes nothing",
            "withdrawn  changes nothing: the person who objected withdrew it",
            "",
            "A freeze is lifted, changed or ordered with a document and an approval; its lift by who approved it.",
            "Shows the objection and asks first. Repeating it with the same content changes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay objection decide OBJECTION --outcome rejected --reason 'money of the case'",
            "  stoppay objection decide OBJECTION --outcome limited --reason 'goods were sent' \\",
            "      --document change.pdf --approver 'Shanghai police/100001' --level county"
        })
final class DecideCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "OBJECTION", description = "Id of the objection.")
    private String objectionId = "";

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "OUTCOME",
            description = "The outcome: upheld, limited, rejected or withdrawn.")
    private String outcome = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..500 characters.")
    private String reason = "";

    @Mixin
    private OptionalApproval approval = new OptionalApproval();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    DecideCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        ObjectionOutcome typed = typedOutcome();
        approval.check(context());
        boolean isReleasing = typed == ObjectionOutcome.OBJECTION_OUTCOME_UPHELD
                || typed == ObjectionOutcome.OBJECTION_OUTCOME_LIMITED;
        if (!isReleasing && !approval.isEmpty(context())) {
            throw CliException.usage(ObjectionText.APPROVAL_NOT_ALLOWED, outcome);
        }
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        DecideObjectionRequest.Builder request = DecideObjectionRequest.newBuilder()
                .setObjectionId(objectionId)
                .setOutcome(typedOutcome())
                .setReason(reason)
                .setOperator(officer.operator());
        approval.given(context()).ifPresent(given -> request.setDocumentDigest(given.documentDigest())
                .setApprover(given.approver()));
        Objection now = clients.objections()
                .getObjection(GetObjectionRequest.newBuilder()
                        .setObjectionId(objectionId)
                        .build())
                .getObjection();
        new ObjectionView(console(), context().clock().instant()).preview((Objection) output().visible(now));
        confirm.confirm(context(), console().text(ObjectionText.DECIDE_QUESTION, question(typedOutcome())));
        DecideObjectionResponse answer = clients.objections().decideObjection(request.build());
        return show(answer, () -> {
            new ObjectionView(console(), context().clock().instant())
                    .print((Objection) output().visible(answer.getObjection().toBuilder()
                            .clearLaterStatements()
                            .addAllLaterStatements(now.getLaterStatementsList())
                            .build()));
            console().progress(console().text(ObjectionText.FOLLOW, objectionId));
        });
    }

    private ObjectionOutcome typedOutcome() {
        return TypedValue.value("--outcome", outcome, ObjectionOutcome.values());
    }

    /** The number of the question in its text. */
    private static int question(ObjectionOutcome outcome) {
        return switch (outcome) {
            case OBJECTION_OUTCOME_UPHELD -> 1;
            case OBJECTION_OUTCOME_LIMITED -> 2;
            case OBJECTION_OUTCOME_WITHDRAWN -> 3;
            default -> 0;
        };
    }
}
