package org.stoppayment.freeze.holds.grpc;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.holds.application.FreezeRequest;
import org.stoppayment.freeze.holds.application.ResolvingFreezes;
import org.stoppayment.freeze.holds.application.amendments.AmendmentRequest;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.holds.domain.HoldMode;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.ChangeFreezeRequest;
import org.stoppayment.proto.freeze.v1.LiftFreezeRequest;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.freeze.v1.RenewFreezeRequest;
import org.stoppayment.proto.freeze.v1.ResolveFreezeRequest;

/** Parses requests about freezes. */
final class HoldWire {

    private static final String STATE_PREFIX = "FREEZE_STATE_";

    private HoldWire() {}

    static FreezeRequest parse(OrderFreezeRequest request) {
        return new FreezeRequest(
                request.getCaseId(),
                request.getInstitutionCode(),
                request.getAccountNumber(),
                mode(request.getMode(), request.getModeValue()),
                request.hasAmountFen() ? Optional.of(request.getAmountFen()) : Optional.empty(),
                request.getReason(),
                LegalBasisWire.measure(request.getDocumentDigest(), request.getApprover()),
                request.getMajorCase(),
                officer(request.getOperator()));
    }

    static AmendmentRequest parse(RenewFreezeRequest request) {
        return new AmendmentRequest(
                request.getApplicationId(),
                request.getReason(),
                LegalBasisWire.measure(request.getDocumentDigest(), request.getApprover()),
                officer(request.getOperator()));
    }

    static AmendmentRequest parse(ChangeFreezeRequest request) {
        return new AmendmentRequest(
                request.getApplicationId(),
                request.getReason(),
                LegalBasisWire.measure(request.getDocumentDigest(), request.getApprover()),
                officer(request.getOperator()));
    }

    static AmendmentRequest parse(LiftFreezeRequest request) {
        return new AmendmentRequest(
                request.getApplicationId(),
                request.getReason(),
                LegalBasisWire.measure(request.getDocumentDigest(), request.getApprover()),
                officer(request.getOperator()));
    }

    static ResolvingFreezes.Word parse(ResolveFreezeRequest request) {
        return new ResolvingFreezes.Word(
                request.getApplicationId(),
                request.getReference(),
                request.getResultCode(),
                request.hasFrozenFen() ? Optional.of(request.getFrozenFen()) : Optional.empty(),
                request.hasBeganAt() ? Optional.of(CommonWire.instant(request.getBeganAt())) : Optional.empty(),
                officer(request.getOperator()));
    }

    static Set<FreezeState> states(List<Integer> values) {
        Set<FreezeState> states = EnumSet.noneOf(FreezeState.class);
        for (int i = 0; i < values.size(); i++) {
            states.add(state("states[" + i + "]", values.get(i)));
        }
        return states;
    }

    private static FreezeState state(String field, int value) {
        org.stoppayment.proto.freeze.v1.FreezeState state =
                org.stoppayment.proto.freeze.v1.FreezeState.forNumber(value);
        if (state == null || value == 0) {
            throw new ServiceException.InvalidInput(
                    field, "UNKNOWN_ENUM", "value: " + value + " (expected: a known state)");
        }
        return FreezeState.valueOf(state.name().substring(STATE_PREFIX.length()));
    }

    private static Optional<HoldMode> mode(FreezeMode mode, int value) {
        return switch (mode) {
            case FREEZE_MODE_UNSPECIFIED -> Optional.empty();
            case FREEZE_MODE_LIMITED -> Optional.of(HoldMode.LIMITED);
            case FREEZE_MODE_FULL -> Optional.of(HoldMode.FULL);
            case UNRECOGNIZED ->
                throw new ServiceException.InvalidInput(
                        "mode", "UNKNOWN_ENUM", "value: " + value + " (expected: LIMITED or FULL)");
        };
    }

    private static Officer officer(Operator operator) {
        return new Officer(operator.getOrganisation(), operator.getBadgeNumber());
    }
}
