package org.stoppayment.freeze.objections.grpc;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.holds.grpc.LegalBasisWire;
import org.stoppayment.freeze.objections.application.AddingStatements;
import org.stoppayment.freeze.objections.application.DecidingObjections;
import org.stoppayment.freeze.objections.application.ListingObjections;
import org.stoppayment.freeze.objections.application.OpeningObjections;
import org.stoppayment.freeze.objections.domain.ObjectionGrounds;
import org.stoppayment.freeze.objections.domain.ObjectionOutcome;
import org.stoppayment.freeze.objections.domain.ObjectionState;
import org.stoppayment.freeze.objections.domain.Objector;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.proto.freeze.v1.AddObjectionStatementRequest;
import org.stoppayment.proto.freeze.v1.DecideObjectionRequest;
import org.stoppayment.proto.freeze.v1.ListObjectionsRequest;
import org.stoppayment.proto.freeze.v1.OpenObjectionRequest;

/** Parses requests about objections. A value of an enum that is not known here counts as not given. */
final class ObjectionWire {

    private static final String STATE_PREFIX = "OBJECTION_STATE_";

    private ObjectionWire() {}

    static OpeningObjections.Request parse(OpenObjectionRequest request) {
        return new OpeningObjections.Request(
                request.getRequestId(),
                request.getInstitutionCode(),
                request.getAccountNumber(),
                request.getCaseId(),
                request.getObjector().getName(),
                relation(request.getObjector()),
                request.getObjector().getPhone(),
                grounds(request),
                request.getStatement(),
                request.getEvidenceDigest(),
                OfficerWire.parse(request.getOwner()),
                OfficerWire.parse(request.getOperator()));
    }

    static AddingStatements.Request parse(AddObjectionStatementRequest request) {
        return new AddingStatements.Request(
                request.getRequestId(),
                request.getObjectionId(),
                request.getStatement(),
                request.getEvidenceDigest(),
                OfficerWire.parse(request.getOperator()));
    }

    static DecidingObjections.Request parse(DecideObjectionRequest request) {
        return new DecidingObjections.Request(
                request.getObjectionId(),
                outcome(request),
                request.getReason(),
                LegalBasisWire.measure(request.getDocumentDigest(), request.getApprover()),
                OfficerWire.parse(request.getOperator()));
    }

    static ListingObjections.Request parse(ListObjectionsRequest request) {
        return new ListingObjections.Request(
                request.getPageSize(),
                request.getPageToken(),
                request.getCaseId(),
                states(request.getStatesValueList()),
                request.getOwnerOrganisation(),
                request.getOverdue());
    }

    private static Optional<Objector.Relation> relation(org.stoppayment.proto.freeze.v1.Objector objector) {
        return switch (objector.getRelation()) {
            case OBJECTOR_RELATION_HOLDER -> Optional.of(Objector.Relation.HOLDER);
            case OBJECTOR_RELATION_AGENT -> Optional.of(Objector.Relation.AGENT);
            case OBJECTOR_RELATION_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static Optional<ObjectionGrounds> grounds(OpenObjectionRequest request) {
        return switch (request.getGrounds()) {
            case OBJECTION_GROUNDS_GOODS_DELIVERED -> Optional.of(ObjectionGrounds.GOODS_DELIVERED);
            case OBJECTION_GROUNDS_UNRELATED_FUNDS -> Optional.of(ObjectionGrounds.UNRELATED_FUNDS);
            case OBJECTION_GROUNDS_WRONG_PERSON -> Optional.of(ObjectionGrounds.WRONG_PERSON);
            case OBJECTION_GROUNDS_SUM_TOO_HIGH -> Optional.of(ObjectionGrounds.SUM_TOO_HIGH);
            case OBJECTION_GROUNDS_OTHER -> Optional.of(ObjectionGrounds.OTHER);
            case OBJECTION_GROUNDS_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static Optional<ObjectionOutcome> outcome(DecideObjectionRequest request) {
        return switch (request.getOutcome()) {
            case OBJECTION_OUTCOME_UPHELD -> Optional.of(ObjectionOutcome.UPHELD);
            case OBJECTION_OUTCOME_LIMITED -> Optional.of(ObjectionOutcome.LIMITED);
            case OBJECTION_OUTCOME_REJECTED -> Optional.of(ObjectionOutcome.REJECTED);
            case OBJECTION_OUTCOME_WITHDRAWN -> Optional.of(ObjectionOutcome.WITHDRAWN);
            case OBJECTION_OUTCOME_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static Set<ObjectionState> states(List<Integer> values) {
        Set<ObjectionState> states = EnumSet.noneOf(ObjectionState.class);
        for (int i = 0; i < values.size(); i++) {
            states.add(state("states[" + i + "]", values.get(i)));
        }
        return states;
    }

    private static ObjectionState state(String field, int value) {
        org.stoppayment.proto.freeze.v1.ObjectionState state =
                org.stoppayment.proto.freeze.v1.ObjectionState.forNumber(value);
        if (state == null || value == 0) {
            throw new ServiceException.InvalidInput(
                    field, "UNKNOWN_ENUM", "value: " + value + " (expected: a known state)");
        }
        return ObjectionState.valueOf(state.name().substring(STATE_PREFIX.length()));
    }
}
