package org.stoppayment.freeze.queries.grpc;

import org.stoppayment.freeze.holds.grpc.LegalBasisWire;
import org.stoppayment.freeze.orders.grpc.InstructionWire;
import org.stoppayment.freeze.queries.application.ViewingQueries.View;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.KeptAnswer;
import org.stoppayment.freeze.queries.domain.QueryApplication;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.gateway.v1.AccountHolder;
import org.stoppayment.proto.gateway.v1.QueryAnswer;

/** Renders queries for officers. */
final class QueryView {

    private QueryView() {}

    /** A query with what was answered. */
    static Query whole(View view, boolean unmasked) {
        Query.Builder shown = render(view);
        view.answer()
                .map(QueryAnswerWire::message)
                .map(answer -> unmasked ? answer : masked(answer))
                .ifPresent(shown::setAnswer);
        view.reports().forEach(report -> shown.addWatchReports(QueryAnswerWire.reportMessage(report.content())));
        return shown.build();
    }

    /** A query without its answer. */
    static Query summary(View view) {
        return render(view).build();
    }

    private static Query.Builder render(View view) {
        AccountQuery query = view.query();
        QueryApplication application = query.application();
        Query.Builder shown = Query.newBuilder()
                .setApplicationId(query.id().toString())
                .setCaseId(query.caseId().toString())
                .setAccount(InstructionWire.account(application.account()))
                .setKind(QueryOrderWire.kind(query.kind()))
                .setOriginalApplicationId(application
                        .question()
                        .watch()
                        .map(ApplicationId::toString)
                        .orElse(""))
                .setPage(application.page().number())
                .setPreviousApplicationId(application
                        .page()
                        .previous()
                        .map(ApplicationId::toString)
                        .orElse(""))
                .setNextApplicationId(
                        view.nextPage().map(ApplicationId::toString).orElse(""))
                .setReason(application.reason())
                .setOperator(OfficerWire.render(application.officer()))
                .setState(QueryState.valueOf("QUERY_STATE_" + query.state()))
                .setResultCode(query.resultCode())
                .setManualReason(query.manualReason())
                .setRequestedAt(CommonWire.timestamp(application.requestedAt()))
                .setReports(view.reportCount())
                .setEndApplicationId(view.end().map(ApplicationId::toString).orElse(""));
        application.question().since().map(CommonWire::timestamp).ifPresent(shown::setSince);
        application.question().until().map(CommonWire::timestamp).ifPresent(shown::setUntil);
        application
                .basis()
                .filing()
                .ifPresentOrElse(
                        filing -> shown.setLegalBasis(LegalBasisWire.render(filing)),
                        () -> shown.setEmergency(QueryOrderWire.emergency(application.basis())));
        query.answer().ifPresent(kept -> answered(shown, kept));
        return shown;
    }

    private static void answered(Query.Builder shown, KeptAnswer kept) {
        shown.setAnsweredAt(CommonWire.timestamp(kept.at()))
                .setComplete(kept.isWhole())
                .addAllMissing(kept.lacking());
    }

    /** Document and telephone numbers masked. */
    private static QueryAnswer masked(QueryAnswer answer) {
        if (!answer.hasHolder()) {
            return answer;
        }
        AccountHolder holder = answer.getHolder();
        return answer.toBuilder()
                .setHolder(holder.toBuilder()
                        .setIdDocumentNumber(masked(holder.getIdDocumentNumber()))
                        .setPhone(masked(holder.getPhone())))
                .build();
    }

    private static String masked(String personal) {
        return personal.isEmpty() ? "" : Masking.mask(personal);
    }
}
