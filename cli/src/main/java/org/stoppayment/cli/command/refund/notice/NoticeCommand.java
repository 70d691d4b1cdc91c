package org.stoppayment.cli.command.refund.notice;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.PublishNoticeRequest;
import org.stoppayment.proto.recovery.v1.PublishNoticeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Publishes the notice of a plan. */
@Command(
        name = "notice",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes the notice of a plan (公告), and prints its text.",
            "It runs for thirty days; the first is the day after publication. Only a plan that divides frozen money in",
            "proportion needs one. Asks first. Repeating it changes nothing."
        })
public final class NoticeCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "PLAN", description = "Id of the plan.")
    private String planId = "";

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    NoticeCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        confirm.confirm(context(), console().text(NoticeText.PUBLISH_QUESTION));
        PublishNoticeResponse answer = clients.notices()
                .publishNotice(PublishNoticeRequest.newBuilder()
                        .setPlanId(planId)
                        .setOperator(officer.operator())
                        .build());
        return show(answer, () -> {
            answer.getNotice().getText().lines().forEach(console()::print);
            console()
                    .progress(console()
                            .text(
                                    NoticeText.PUBLISHED,
                                    console().moment(answer.getNotice().getBeginsAt()),
                                    console().moment(answer.getNotice().getEndsAt())));
        });
    }
}
