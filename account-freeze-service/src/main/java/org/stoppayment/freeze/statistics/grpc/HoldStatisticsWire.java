package org.stoppayment.freeze.statistics.grpc;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.orders.grpc.InstructionWire;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.statistics.application.HoldReport;
import org.stoppayment.freeze.statistics.domain.HoldCounts;
import org.stoppayment.freeze.statistics.domain.HoldDimension;
import org.stoppayment.freeze.statistics.domain.HoldStatistics;
import org.stoppayment.freeze.statistics.domain.OverheldAccount;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.GetHoldStatisticsRequest;
import org.stoppayment.proto.freeze.v1.GetHoldStatisticsResponse;
import org.stoppayment.proto.freeze.v1.ListOverheldAccountsResponse;
import org.stoppayment.proto.intake.v1.FraudType;

/** Parses and renders figures of holds. */
final class HoldStatisticsWire {

    private HoldStatisticsWire() {}

    static Optional<Instant> from(GetHoldStatisticsRequest request) {
        return request.hasFrom() ? Optional.of(moment("from", request.getFrom())) : Optional.empty();
    }

    static Optional<Instant> until(GetHoldStatisticsRequest request) {
        return request.hasUntil() ? Optional.of(moment("until", request.getUntil())) : Optional.empty();
    }

    static List<HoldDimension> dimensions(GetHoldStatisticsRequest request) {
        return request.getGroupByValueList().stream()
                .map(HoldStatisticsWire::dimension)
                .toList();
    }

    private static Instant moment(String field, Timestamp timestamp) {
        if (!CommonWire.isPossible(timestamp)) {
            throw new ServiceException.InvalidInput(
                    field, "OUT_OF_RANGE", "value: none that a calendar has (expected: a moment of this era)");
        }
        return CommonWire.instant(timestamp);
    }

    private static HoldDimension dimension(int number) {
        return switch (number) {
            case org.stoppayment.proto.freeze.v1.HoldDimension.HOLD_DIMENSION_MONTH_VALUE -> HoldDimension.MONTH;
            case org.stoppayment.proto.freeze.v1.HoldDimension.HOLD_DIMENSION_FRAUD_TYPE_VALUE ->
                HoldDimension.FRAUD_TYPE;
            case org.stoppayment.proto.freeze.v1.HoldDimension.HOLD_DIMENSION_INSTITUTION_VALUE ->
                HoldDimension.INSTITUTION;
            default ->
                throw new ServiceException.InvalidInput(
                        "groupBy", "UNKNOWN", "value: " + number + " (expected: MONTH, FRAUD_TYPE or INSTITUTION)");
        };
    }

    static GetHoldStatisticsResponse render(HoldReport report) {
        return GetHoldStatisticsResponse.newBuilder()
                .addAllRows(
                        report.rows().stream().map(HoldStatisticsWire::render).toList())
                .setTotal(render(report.total()))
                .setAsOf(CommonWire.timestamp(report.asOf()))
                .build();
    }

    static ListOverheldAccountsResponse render(Page<OverheldAccount> page) {
        return ListOverheldAccountsResponse.newBuilder()
                .addAllAccounts(
                        page.rows().stream().map(HoldStatisticsWire::render).toList())
                .setIncomplete(page.more())
                .build();
    }

    private static org.stoppayment.proto.freeze.v1.HoldStatistics render(HoldStatistics row) {
        return org.stoppayment.proto.freeze.v1.HoldStatistics.newBuilder()
                .setMonth(row.group().month())
                .setFraudType(fraudType(row.group().fraudType()))
                .setInstitutionCode(row.group().institutionCode())
                .setStops(render(row.stops()))
                .setFreezes(render(row.freezes()))
                .build();
    }

    private static FraudType fraudType(String name) {
        return name.isEmpty() ? FraudType.FRAUD_TYPE_UNSPECIFIED : FraudType.valueOf("FRAUD_TYPE_" + name);
    }

    private static org.stoppayment.proto.freeze.v1.HoldCounts render(HoldCounts counts) {
        var rendered = org.stoppayment.proto.freeze.v1.HoldCounts.newBuilder()
                .setOrdered(counts.ordered())
                .setTookEffect(counts.tookEffect())
                .setInEffect(counts.inEffect())
                .setFrozen(counts.frozen())
                .setLapsed(counts.lapsed())
                .setLifted(counts.lifted())
                .setLiftedAsWrong(counts.liftedAsWrong())
                .setDeclined(counts.declined())
                .setReturned(counts.returned())
                .setReturnedFen(counts.returnedFen())
                .setHeldFen(counts.heldFen())
                .setOverheldFen(counts.overheldFen())
                .setOverheldFenHours(counts.overheldFenHours());
        counts.meanAge()
                .ifPresent(age -> rendered.setMeanAge(Duration.newBuilder().setSeconds(age.toSeconds())));
        counts.oldestBeganAt().map(CommonWire::timestamp).ifPresent(rendered::setOldestBeganAt);
        return rendered.build();
    }

    private static org.stoppayment.proto.freeze.v1.OverheldAccount render(OverheldAccount account) {
        return org.stoppayment.proto.freeze.v1.OverheldAccount.newBuilder()
                .setAccount(InstructionWire.account(account.account()))
                .setHeldFen(account.held().fen())
                .setTaintedFen(account.tainted().fen())
                .setOverheldFen(account.overheld().fen())
                .setOverheldFenHours(account.overheldFenHours())
                .setHeldSince(CommonWire.timestamp(account.heldSince()))
                .addAllApplicationIds(
                        account.holds().stream().map(Object::toString).toList())
                .build();
    }
}
