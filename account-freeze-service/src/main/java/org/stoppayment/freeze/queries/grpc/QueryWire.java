package org.stoppayment.freeze.queries.grpc;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.holds.grpc.LegalBasisWire;
import org.stoppayment.freeze.queries.application.QueryRequest;
import org.stoppayment.freeze.queries.domain.QueryKind;
import org.stoppayment.freeze.queries.domain.QueryState;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.OrderQueryRequest;

/** Parses requests about queries. */
final class QueryWire {

    private static final String STATE_PREFIX = "QUERY_STATE_";
    private static final String KIND_PREFIX = "QUERY_KIND_";

    private QueryWire() {}

    static QueryRequest parse(OrderQueryRequest request) {
        return new QueryRequest(
                request.getCaseId(),
                request.getInstitutionCode(),
                request.getAccountNumber(),
                kind(request.getKind()),
                request.hasSince() ? moment("since", request.getSince()) : Optional.empty(),
                request.hasUntil() ? moment("until", request.getUntil()) : Optional.empty(),
                request.getReason(),
                measure(request),
                OfficerWire.parse(request.getOperator()));
    }

    static Set<QueryState> states(List<Integer> values) {
        Set<QueryState> states = EnumSet.noneOf(QueryState.class);
        for (int i = 0; i < values.size(); i++) {
            states.add(state("states[" + i + "]", values.get(i)));
        }
        return states;
    }

    private static QueryState state(String field, int value) {
        org.stoppayment.proto.freeze.v1.QueryState state = org.stoppayment.proto.freeze.v1.QueryState.forNumber(value);
        if (state == null || value == 0) {
            throw new ServiceException.InvalidInput(
                    field, "UNKNOWN_ENUM", "value: " + value + " (expected: a known state)");
        }
        return QueryState.valueOf(state.name().substring(STATE_PREFIX.length()));
    }

    private static Optional<QueryKind> kind(org.stoppayment.proto.gateway.v1.QueryKind kind) {
        return switch (kind) {
            case QUERY_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            default -> Optional.of(QueryKind.valueOf(kind.name().substring(KIND_PREFIX.length())));
        };
    }

    private static Optional<Instant> moment(String field, com.google.protobuf.Timestamp given) {
        if (!CommonWire.isPossible(given)) {
            throw new ServiceException.InvalidInput(
                    field,
                    "OUT_OF_RANGE",
                    "value: " + given.getSeconds() + " s (expected: a moment of the years 1 to 9999)");
        }
        return Optional.of(CommonWire.instant(given));
    }

    /** The document and the approver belong together: one without the other is checked, and refused. */
    private static Optional<Measure> measure(OrderQueryRequest request) {
        return request.getDocumentDigest().isEmpty() && !request.hasApprover()
                ? Optional.empty()
                : Optional.of(LegalBasisWire.measure(request.getDocumentDigest(), request.getApprover()));
    }
}
