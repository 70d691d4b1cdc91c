package org.stoppayment.cli.command.query;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.OptionalApproval;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.freeze.v1.GetQueryResponse;
import org.stoppayment.proto.freeze.v1.OrderQueryRequest;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.gateway.v1.QueryKind;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks an institution about an account, waits for the answer and shows it. */
abstract class AskCommand extends ServiceCommandBase {

    private final QueryKind kind;

    @Mixin
    private QueryTarget target = new QueryTarget();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, 1..200 characters. Default: the reason of the case's stop orders.")
    private String reason = "";

    @Mixin
    private OptionalApproval approval = new OptionalApproval();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private WaitOption waiting = new WaitOption();

    AskCommand(Context context, QueryKind kind) {
        super(context);
        this.kind = kind;
    }

    /** Adds what only this kind of query asks. */
    void addTo(OrderQueryRequest.Builder request) {}

    @Override
    protected void check() {
        target.check();
        approval.check(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        OrderQueryRequest.Builder request =
                target.request(institutions()).setKind(kind).setReason(reason).setOperator(officer.operator());
        approval.given(context()).ifPresent(given -> request.setDocumentDigest(given.documentDigest())
                .setApprover(given.approver()));
        addTo(request);
        Query ordered = clients.queries().orderQuery(request.build()).getQuery();
        GetQueryResponse answer = waiting.answered(context(), clients, ordered);
        return show(answer, () -> {
            new QueryView(console()).print((Query) output().visible(answer.getQuery()));
            if (!WaitOption.isDecided(answer.getQuery())) {
                console().progress(console().text(QueryText.NO_ANSWER_YET));
                console().progress(console().text(QueryText.FOLLOW, ordered.getApplicationId()));
            }
        });
    }
}
