package org.stoppayment.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.fake.HoldSamples;
import org.stoppayment.proto.common.v1.Operator;

/** Base of tests of objections. */
abstract class ObjectionCommandTestBase extends HoldCommandTestBase {

    static final Operator OWNER = Operator.newBuilder()
            .setOrganisation("Shanghai police/legal affairs")
            .setBadgeNumber("100002")
            .build();

    int objectionOf(String... more) {
        List<String> line = new ArrayList<>(List.of(
                "objection",
                "open",
                HoldSamples.INSTITUTION,
                HoldSamples.ACCOUNT,
                "--name",
                "钱某某",
                "--phone",
                "13900000000",
                "--statement",
                "货物已经发出"));
        line.addAll(List.of(more));
        return terminal.run(line.toArray(String[]::new));
    }

    int decide(String outcome, String... more) {
        List<String> line =
                new ArrayList<>(List.of("objection", "decide", "o1", "--outcome", outcome, "--reason", "r"));
        line.addAll(List.of(more));
        return terminal.run(line.toArray(String[]::new));
    }
}
