package org.stoppayment.gateway.trial.grpc;

import org.stoppayment.gateway.trial.domain.Exchange;
import org.stoppayment.gateway.trial.domain.Finding;
import org.stoppayment.gateway.trial.domain.HttpMessage;
import org.stoppayment.gateway.trial.domain.StepReport;
import org.stoppayment.proto.gateway.v1.TrialFinding;
import org.stoppayment.proto.gateway.v1.TrialFindingCode;
import org.stoppayment.proto.gateway.v1.TrialMessage;
import org.stoppayment.proto.gateway.v1.TrialStep;
import org.stoppayment.proto.gateway.v1.TryInstitutionResponse;

/** Renders the steps of a trial. */
final class TrialWire {

    private static final int MAX_BODY = 16_384;

    private TrialWire() {}

    static TryInstitutionResponse render(StepReport report) {
        TryInstitutionResponse.Builder wire = TryInstitutionResponse.newBuilder()
                .setStep(TrialStep.valueOf("TRIAL_STEP_" + report.step().name()))
                .setSkipped(report.exchange().isEmpty())
                .setCalledBack(report.calledBack());
        report.exchange().ifPresent(exchange -> render(exchange, wire));
        report.findings().forEach(finding -> wire.addFindings(render(finding)));
        return wire.build();
    }

    private static void render(Exchange exchange, TryInstitutionResponse.Builder wire) {
        exchange.request().ifPresent(request -> wire.setRequest(render(request)));
        exchange.answer().ifPresent(answer -> wire.setAnswer(render(answer)));
        wire.setOutcome(exchange.outcome().kind());
    }

    private static TrialMessage render(HttpMessage message) {
        TrialMessage.Builder wire = TrialMessage.newBuilder().setStartLine(message.startLine());
        message.headers().forEach((name, value) -> wire.addHeaders(name + ": " + value));
        String body = message.body();
        return wire.setBody(body.substring(0, Math.min(MAX_BODY, body.length())))
                .build();
    }

    private static TrialFinding render(Finding finding) {
        return TrialFinding.newBuilder()
                .setCode(TrialFindingCode.valueOf(
                        "TRIAL_FINDING_CODE_" + finding.code().name()))
                .setDetail(finding.detail())
                .build();
    }
}
