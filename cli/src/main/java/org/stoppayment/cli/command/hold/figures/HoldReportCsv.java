package org.stoppayment.cli.command.hold.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.stoppayment.cli.output.csv.Csv;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.freeze.v1.HoldCounts;
import org.stoppayment.proto.freeze.v1.HoldStatistics;

/**
 * Statistics of holds as comma-separated values: a line for the stops and one for the freezes of each group. Sums are in yuan, ages in
 * hours.
 */
final class HoldReportCsv {

    private static final int SECONDS_OF_AN_HOUR = 3_600;

    private final Vocabulary vocabulary;
    private final Csv csv = new Csv(
            "month",
            "fraud_type",
            "institution_code",
            "institution",
            "kind",
            "ordered",
            "took_effect",
            "in_effect",
            "taken_over",
            "lapsed",
            "lifted",
            "lifted_as_wrong",
            "declined",
            "held_yuan",
            "overheld_yuan",
            "overheld_yuan_hours",
            "mean_age_hours",
            "oldest_began_at",
            "returned_in_full",
            "returned_yuan");

    private HoldReportCsv(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The heading and the lines. */
    static String of(List<HoldStatistics> rows, Vocabulary vocabulary) {
        HoldReportCsv report = new HoldReportCsv(vocabulary);
        for (HoldStatistics row : rows) {
            report.add(row, "STOP", row.getStops());
            report.add(row, "FREEZE", row.getFreezes());
        }
        return report.csv.text();
    }

    private void add(HoldStatistics row, String kind, HoldCounts counts) {
        csv.row(
                row.getMonth(),
                Vocabulary.shortName(row.getFraudType()),
                row.getInstitutionCode(),
                vocabulary.institutionName(row.getInstitutionCode()),
                kind,
                counts.getOrdered(),
                counts.getTookEffect(),
                counts.getInEffect(),
                counts.getFrozen(),
                counts.getLapsed(),
                counts.getLifted(),
                counts.getLiftedAsWrong(),
                counts.getDeclined(),
                yuan(counts.getHeldFen()),
                yuan(counts.getOverheldFen()),
                yuan(counts.getOverheldFenHours()),
                counts.hasMeanAge() ? counts.getMeanAge().getSeconds() / SECONDS_OF_AN_HOUR : "",
                counts.hasOldestBeganAt()
                        ? Instant.ofEpochSecond(counts.getOldestBeganAt().getSeconds())
                        : "",
                counts.getReturned(),
                yuan(counts.getReturnedFen()));
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
