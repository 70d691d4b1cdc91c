package org.stoppayment.cli.command.hold;

import com.google.protobuf.Message;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ApproverOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.GetFreezeRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** An order about a freeze: shows the freeze and what would be ordered, asks, and sends it. */
abstract class AmendCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "ID", description = "Id of the freeze.")
    private String applicationId = "";

    @Mixin
    private DocumentOption document = new DocumentOption();

    @Mixin
    private ApproverOption approver = new ApproverOption();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    AmendCommand(Context context) {
        super(context);
    }

    /**
     * What every order about a freeze says.
     *
     * @param applicationId id of the freeze
     * @param digest SHA-256 of the legal document
     */
    record Basis(String applicationId, String digest, Approver approver, Operator operator) {}

    /**
     * What came of an order.
     *
     * @param amendmentId id of the order, empty when none was needed
     */
    record Outcome(Message answer, Freeze freeze, String amendmentId) {}

    /** The question before it is sent. */
    abstract String question(Freeze now);

    /** Sends it. */
    abstract Outcome send(ServiceClients clients, Basis basis);

    @Override
    protected void check() {
        document.require();
        approver.check();
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        Basis basis = new Basis(
                applicationId, document.digest(context()).orElseThrow(), approver.approver(), officer.operator());
        Freeze now = clients.holds()
                .getFreeze(GetFreezeRequest.newBuilder()
                        .setApplicationId(applicationId)
                        .build())
                .getFreeze();
        console().progress(table(now));
        FreezePreview.basis(console(), basis.digest(), (Approver) output().visible(basis.approver()));
        confirm.confirm(context(), question(now));
        Outcome outcome = send(clients, basis);
        return show(outcome.answer(), () -> {
            if (!outcome.amendmentId().isEmpty()) {
                console().print(console().text(HoldText.AMENDMENT_ORDER, outcome.amendmentId()));
            }
            console().print(table(outcome.freeze()));
            console().progress(console().text(HoldText.FOLLOW, applicationId));
        });
    }

    private String table(Freeze freeze) {
        return new HoldTable(console(), context().clock().instant()).render(List.of((Freeze) output().visible(freeze)));
    }
}
