package org.stoppayment.intake.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.stoppayment.intake.application.ClosingCases;
import org.stoppayment.intake.application.FilingCases;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Operator;
import org.stoppayment.intake.domain.filing.ClosingRequest;
import org.stoppayment.intake.domain.filing.FilingRequest;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CloseCaseRequest;
import org.stoppayment.proto.intake.v1.CloseCaseResponse;
import org.stoppayment.proto.intake.v1.Closing;
import org.stoppayment.proto.intake.v1.CorrectFilingRequest;
import org.stoppayment.proto.intake.v1.CorrectFilingResponse;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FileCaseResponse;
import org.stoppayment.proto.intake.v1.Filing;
import org.stoppayment.proto.intake.v1.FilingFacts;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** Parses and renders filings and closings. */
final class FilingWire {

    private FilingWire() {}

    static FilingRequest parse(FileCaseRequest request) {
        return parse(
                request,
                request.getRequestId(),
                request.getCaseId(),
                ReportWire.operator(request.getOperator()),
                request.getFacts(),
                Optional.empty());
    }

    static FilingRequest parse(CorrectFilingRequest request) {
        return parse(
                request,
                request.getRequestId(),
                request.getCaseId(),
                ReportWire.operator(request.getOperator()),
                request.getFacts(),
                Optional.of(new FilingRequest.Correction(request.getCorrectsRevision(), request.getReason())));
    }

    private static FilingRequest parse(
            Message request,
            String requestId,
            String caseId,
            Operator operator,
            FilingFacts facts,
            Optional<FilingRequest.Correction> correction) {
        return new FilingRequest(
                requestId,
                caseId,
                operator,
                facts.getNumber().strip(),
                facts.getOrganisation().strip(),
                facts.hasFiledAt()
                        ? ReportWire.time(facts.getFiledAt()).map(at -> at.truncatedTo(ChronoUnit.MICROS))
                        : Optional.empty(),
                facts.getDocumentDigest().toLowerCase(Locale.ROOT),
                correction,
                new Content(request.toByteArray()),
                WireScan.of(request).unreadable());
    }

    static ClosingRequest parse(CloseCaseRequest request) {
        return new ClosingRequest(
                request.getRequestId(),
                request.getCaseId(),
                ReportWire.operator(request.getOperator()),
                request.getReason(),
                new Content(request.toByteArray()),
                WireScan.of(request).unreadable());
    }

    /** When the call of a stored report began, as far as it says. */
    static Optional<Instant> receivedAt(Content report) {
        try {
            ReportFraudRequest request = ReportFraudRequest.parseFrom(report.bytes());
            return request.hasReceivedAt() ? ReportWire.time(request.getReceivedAt()) : Optional.empty();
        } catch (InvalidProtocolBufferException notWhatWasStored) {
            throw new IllegalStateException("stored request cannot be read", notWhatWasStored);
        }
    }

    static FileCaseResponse renderFiled(FilingCases.Answer answer) {
        return FileCaseResponse.newBuilder()
                .setCaseId(answer.filing().caseId().toString())
                .setReplayed(answer.replayed())
                .build();
    }

    static CorrectFilingResponse renderCorrected(FilingCases.Answer answer) {
        return CorrectFilingResponse.newBuilder()
                .setCaseId(answer.filing().caseId().toString())
                .setRevision(answer.filing().revision())
                .setReplayed(answer.replayed())
                .build();
    }

    static CloseCaseResponse render(ClosingCases.Answer answer) {
        return CloseCaseResponse.newBuilder()
                .setCaseId(answer.caseId().toString())
                .setReplayed(answer.replayed())
                .build();
    }

    /** Adds how the case was filed and closed. */
    static void addTo(Case.Builder rendered, CaseView view) {
        view.filings().forEach(filing -> rendered.addFilings(render(filing)));
        view.closing().ifPresent(closing -> rendered.setClosing(render(closing)));
    }

    private static Filing render(org.stoppayment.intake.domain.Filing filing) {
        return Filing.newBuilder()
                .setRevision(filing.revision())
                .setFacts(FilingFacts.newBuilder()
                        .setNumber(filing.facts().number())
                        .setOrganisation(filing.facts().organisation())
                        .setFiledAt(CommonWire.timestamp(filing.facts().filedAt()))
                        .setDocumentDigest(filing.facts().documentDigest()))
                .setRecordedAt(CommonWire.timestamp(filing.recordedAt()))
                .setOperator(CaseWire.render(filing.operator()))
                .setReason(filing.reason())
                .build();
    }

    private static Closing render(org.stoppayment.intake.domain.Closing closing) {
        return Closing.newBuilder()
                .setClosedAt(CommonWire.timestamp(closing.at()))
                .setOperator(CaseWire.render(closing.operator()))
                .setReason(closing.reason())
                .build();
    }
}
