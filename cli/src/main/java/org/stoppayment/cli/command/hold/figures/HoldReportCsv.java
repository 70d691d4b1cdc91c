package org.stoppayment.cli.command.hold.figures;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.freeze.v1.HoldCounts;
import org.stoppayment.proto.freeze.v1.HoldStatistics;

/** Statistics of holds as comma-separated values: a line for the stops and one for the freezes of each group. */
final class HoldReportCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final int SECONDS_OF_AN_HOUR = 3_600;

    private HoldReportCsv() {}

    /** One line; the names of the columns are the same in all languages. Sums are in yuan, ages in hours. */
    @JsonPropertyOrder({
        "month",
        "fraudType",
        "institutionCode",
        "institution",
        "kind",
        "ordered",
        "tookEffect",
        "inEffect",
        "takenOver",
        "lapsed",
        "lifted",
        "liftedAsWrong",
        "declined",
        "heldYuan",
        "overheldYuan",
        "overheldYuanHours",
        "meanAgeHours",
        "oldestBeganAt",
        "returnedInFull",
        "returnedYuan"
    })
    private record Line(
            String month,
            String fraudType,
            String institutionCode,
            String institution,
            String kind,
            long ordered,
            long tookEffect,
            long inEffect,
            long takenOver,
            long lapsed,
            long lifted,
            long liftedAsWrong,
            long declined,
            BigDecimal heldYuan,
            BigDecimal overheldYuan,
            BigDecimal overheldYuanHours,
            String meanAgeHours,
            String oldestBeganAt,
            long returnedInFull,
            BigDecimal returnedYuan) {

        static Line of(HoldStatistics row, String kind, HoldCounts counts, Vocabulary vocabulary) {
            return new Line(
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
                    counts.hasMeanAge() ? String.valueOf(counts.getMeanAge().getSeconds() / SECONDS_OF_AN_HOUR) : "",
                    counts.hasOldestBeganAt()
                            ? Instant.ofEpochSecond(counts.getOldestBeganAt().getSeconds())
                                    .toString()
                            : "",
                    counts.getReturned(),
                    yuan(counts.getReturnedFen()));
        }

        private static BigDecimal yuan(long fen) {
            return BigDecimal.valueOf(fen, 2);
        }
    }

    /** The heading and the lines. */
    static String of(List<HoldStatistics> rows, Vocabulary vocabulary) {
        List<Line> lines = rows.stream()
                .flatMap(row -> Stream.of(
                        Line.of(row, "STOP", row.getStops(), vocabulary),
                        Line.of(row, "FREEZE", row.getFreezes(), vocabulary)))
                .toList();
        try {
            return BYTE_ORDER_MARK
                    + MAPPER.writer(MAPPER.schemaFor(Line.class).withHeader())
                            .writeValueAsString(lines)
                            .stripTrailing();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
