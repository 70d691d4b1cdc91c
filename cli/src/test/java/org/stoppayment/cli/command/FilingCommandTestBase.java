package org.stoppayment.cli.command;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.text.ParseException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.Filing;
import org.stoppayment.proto.intake.v1.FilingFacts;

/** A reported case, and the commands that file it. */
abstract class FilingCommandTestBase extends CommandTestBase {

    static final String REQUEST_ID = "0193a000-0000-7000-8000-0000000000b1";

    static final FilingFacts FIRST = FilingFacts.newBuilder()
            .setNumber("2026-7")
            .setOrganisation("Shanghai police")
            .setFiledAt(at("2026-03-01T02:05:00Z"))
            .setDocumentDigest("a1".repeat(32))
            .build();

    static final FilingFacts SECOND = FIRST.toBuilder().setNumber("2026-8").build();

    String caseId = "";

    @BeforeEach
    void report() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        caseId = terminal.out().strip();
    }

    static Timestamp at(String moment) {
        try {
            return Timestamps.parse(moment);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    String[] correct(String... more) {
        return line("correct", "--reason", "misread", "--organisation", "Shanghai police", "--badge", "100234", more);
    }

    String[] close(String... more) {
        return line("close", "--reason", "convicted", "--organisation", "Shanghai police", "--badge", "100234", more);
    }

    String[] line(String command, String a, String b, String c, String d, String e, String f, String... more) {
        String[] line = {"case", command, caseId, a, b, c, d, e, f};
        String[] all = Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return all;
    }

    /** The case was filed, and its filing corrected. */
    void corrected() {
        services.tamperCase(found -> found.toBuilder()
                .setStatus(CaseStatus.CASE_STATUS_FILED)
                .addFilings(Filing.newBuilder()
                        .setRevision(1)
                        .setFacts(FIRST)
                        .setRecordedAt(Timestamps.add(found.getAcceptedAt(), Durations.fromSeconds(60))))
                .addFilings(Filing.newBuilder()
                        .setRevision(2)
                        .setFacts(SECOND)
                        .setReason("misread")
                        .setRecordedAt(Timestamps.add(found.getAcceptedAt(), Durations.fromSeconds(120))))
                .build());
    }
}
