package org.stoppayment.cli.command.hold;

import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.DescribeHoldRequest;
import org.stoppayment.proto.freeze.v1.DescribeHoldResponse;
import org.stoppayment.proto.freeze.v1.HoldNotice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what the holder of an account may be told. */
@Command(
        name = "notice",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what the holder of an account may be told about its holds.",
            "Why, by whom and until when it is held, and where to object. No data of victims or of other persons."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay hold notice ICBC 6222020000000000018")
final class NoticeCommand extends ServiceCommandBase {

    @Parameters(index = "0", paramLabel = "INSTITUTION", description = "Institution of the account, by code or name.")
    private String institution = "";

    @Parameters(index = "1", paramLabel = "ACCOUNT", description = "Number of the account.")
    private String account = "";

    NoticeCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        DescribeHoldResponse answer = clients.objections()
                .describeHold(DescribeHoldRequest.newBuilder()
                        .setInstitutionCode(institutions().codeOf("INSTITUTION", institution))
                        .setAccountNumber(account)
                        .build());
        return show(answer, () -> print(answer.getHoldsList()));
    }

    private void print(List<HoldNotice> notices) {
        if (notices.isEmpty()) {
            line(HoldText.NOT_HELD);
        }
        for (int i = 0; i < notices.size(); i++) {
            if (i > 0) {
                console().print("");
            }
            print(notices.get(i));
        }
    }

    private void print(HoldNotice notice) {
        line(
                HoldText.NOTICE_LINE,
                console().vocabulary().value(notice.getKind()),
                console().vocabulary().value(notice.getReason()));
        line(
                HoldText.NOTICE_SUM_LINE,
                notice.hasAmountFen()
                        ? console().text(HoldText.LIMITED_TO, Formats.yuan(notice.getAmountFen()))
                        : console().text(HoldText.WHOLE_ACCOUNT));
        line(HoldText.NOTICE_SINCE_LINE, console().moment(notice.getSince()));
        line(HoldText.NOTICE_UNTIL_LINE, console().moment(notice.getUntil()));
        line(HoldText.NOTICE_AUTHORITY_LINE, notice.getAuthority());
        line(HoldText.NOTICE_GROUND_LINE, console().vocabulary().article(notice.getLegalGround()));
        if (!notice.getFilingNumber().isEmpty()) {
            line(HoldText.NOTICE_FILED_LINE, notice.getFilingNumber());
        }
        line(
                HoldText.NOTICE_OBJECT_LINE,
                notice.getObjectTo(),
                console().moment(notice.getObjectUntil()),
                notice.getCaseId());
        if (notice.getObjectionOpen()) {
            line(HoldText.NOTICE_OBJECTED_LINE);
        }
    }

    private void line(HoldText text, Object... arguments) {
        console().print(console().fitted(console().text(text, arguments)));
    }
}
