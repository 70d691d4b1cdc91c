package org.stoppayment.cli.command.cases;

import io.grpc.StatusRuntimeException;
import org.stoppayment.cli.cases.FreezeStates;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Failure;
import org.stoppayment.proto.freeze.v1.ListFreezesRequest;
import org.stoppayment.proto.freeze.v1.ListFreezesResponse;

/** The freezes of a case, ended ones included. */
final class CaseFreezes {

    private static final int MAX_PAGE = 200;

    private CaseFreezes() {}

    /** The freezes as a table with a title; empty when there is none, or when they cannot be read, which is said as progress. */
    static String of(Context context, ServiceClients clients, String caseId) {
        Console console = context.console();
        try {
            ListFreezesResponse answer = clients.holds()
                    .listFreezes(ListFreezesRequest.newBuilder()
                            .setCaseId(caseId)
                            .setPageSize(MAX_PAGE)
                            .addAllStates(FreezeStates.all())
                            .build());
            ListFreezesResponse visible = (ListFreezesResponse) context.output().visible(answer);
            return visible.getFreezesCount() == 0
                    ? ""
                    : console.text(CaseText.FREEZES) + "\n"
                            + new HoldTable(console, context.clock().instant()).render(visible.getFreezesList());
        } catch (StatusRuntimeException unreadable) {
            console.progress(console.toned(
                    Tone.WARNING,
                    console.text(
                            CaseText.FREEZES_UNREADABLE, Failure.reason(unreadable.getStatus(), console.texts()))));
            return "";
        }
    }
}
