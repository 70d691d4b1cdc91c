package org.stoppayment.recovery.reports.grpc;

import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresResponse;
import org.stoppayment.recovery.ledger.grpc.PositionsWire;
import org.stoppayment.recovery.reports.application.RecoveryReport;
import org.stoppayment.recovery.reports.domain.RecoveryDimension;
import org.stoppayment.recovery.reports.domain.RecoveryFigures;
import org.stoppayment.recovery.reports.domain.RecoveryGroup;

/** Parses what a report is asked by, and renders it. */
final class ReportWire {

    private ReportWire() {}

    static List<RecoveryDimension> dimensions(GetRecoveryFiguresRequest request) {
        return request.getGroupByValueList().stream().map(ReportWire::dimension).toList();
    }

    private static RecoveryDimension dimension(int number) {
        RecoveryDimension[] known = RecoveryDimension.values(); // numbered as in the contract, from 1
        if (number < 1 || number > known.length) {
            throw new ServiceException.InvalidInput(
                    "groupBy", "UNKNOWN", "value: " + number + " (expected: one of " + List.of(known) + ")");
        }
        return known[number - 1];
    }

    static GetRecoveryFiguresResponse render(RecoveryReport report) {
        return GetRecoveryFiguresResponse.newBuilder()
                .addAllRows(report.rows().stream().map(ReportWire::render).toList())
                .setTotal(render(report.total()))
                .setIncomplete(report.isIncomplete())
                .setCasesWithoutReport(report.casesWithoutReport())
                .setAsOf(CommonWire.timestamp(report.asOf()))
                .build();
    }

    private static org.stoppayment.proto.recovery.v1.RecoveryGroup render(RecoveryGroup group) {
        return org.stoppayment.proto.recovery.v1.RecoveryGroup.newBuilder()
                .setFraudType(fraudType(group.fraudType()))
                .setMonth(group.month())
                .setStation(group.station())
                .setAgeValue(group.age().ordinal()) // numbered as in the contract
                .setInstitutionCode(group.institutionCode())
                .setLevel(group.level())
                .setFigures(render(group.figures()))
                .build();
    }

    /** A kind that this version does not know is not known. */
    private static FraudType fraudType(String name) {
        return Stream.of(FraudType.values())
                .filter(known -> known.name().equals("FRAUD_TYPE_" + name))
                .findFirst()
                .orElse(FraudType.FRAUD_TYPE_UNSPECIFIED);
    }

    private static org.stoppayment.proto.recovery.v1.RecoveryFigures render(RecoveryFigures figures) {
        var rendered = org.stoppayment.proto.recovery.v1.RecoveryFigures.newBuilder()
                .setCases(figures.cases())
                .setPositions(PositionsWire.render(figures.positions()))
                .setStoppedFen(figures.stoppedFen())
                .setEverFrozenFen(figures.everFrozenFen())
                .setPayments(figures.payments())
                .setUnownedFen(figures.unownedFen())
                .setUnattributedFen(figures.unattributedFen());
        figures.returnRateBasisPoints().ifPresent(rendered::setReturnRateBasisPoints);
        figures.daysP50().ifPresent(rendered::setDaysToReturnP50);
        figures.daysP95().ifPresent(rendered::setDaysToReturnP95);
        return rendered.build();
    }
}
