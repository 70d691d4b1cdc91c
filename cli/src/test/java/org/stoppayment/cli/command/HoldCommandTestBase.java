package org.stoppayment.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;

/** Base of tests of freezes: a case, an officer, and a legal document with its approval. */
abstract class HoldCommandTestBase extends CommandTestBase {

    static final String DIGEST = "a1".repeat(32);
    static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("Shanghai police")
            .setBadgeNumber("100234")
            .build();
    static final Approver COUNTY = Approver.newBuilder()
            .setOrganisation("Shanghai police/Huangpu")
            .setBadgeNumber("100001")
            .setLevel(ApprovalLevel.APPROVAL_LEVEL_COUNTY)
            .build();

    String caseId = "";

    @BeforeEach
    void reportAndSignOn() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        caseId = terminal.out().strip();
        terminal.with("STOPPAY_ORGANISATION", OFFICER.getOrganisation())
                .with("STOPPAY_BADGE", OFFICER.getBadgeNumber());
    }

    /** Runs {@code hold} with the document and the approval of a county. */
    int hold(String... arguments) {
        List<String> line = new ArrayList<>(List.of("hold"));
        line.addAll(List.of(arguments));
        line.addAll(List.of(
                "--digest",
                DIGEST,
                "--approver",
                COUNTY.getOrganisation() + "/" + COUNTY.getBadgeNumber(),
                "--level",
                "county"));
        return terminal.run(line.toArray(String[]::new));
    }
}
