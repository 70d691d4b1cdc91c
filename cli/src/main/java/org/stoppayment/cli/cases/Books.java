package org.stoppayment.cli.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.Positions;

/** Compares the books of recovery with the progress of freeze, to the fen. */
public final class Books {

    private Books() {}

    /** Every difference. A case without books agrees when it has no money. */
    public static List<Difference> differences(CaseProgress progress, Optional<GetRecoveryResponse> recovery) {
        Positions total = recovery.map(GetRecoveryResponse::getTotal).orElse(Positions.getDefaultInstance());
        List<Difference> differences = new ArrayList<>();
        compare(differences, "reportedFen", progress.getReportedFen(), total.getReportedFen());
        compare(differences, "restoredFen", progress.getRestoredFen(), total.getRestoredFen());
        compare(differences, "heldFen", progress.getTaintedHeldFen(), total.getHeldFen());
        compare(differences, "frozenFen", progress.getFrozenFen(), total.getFrozenFen());
        compare(differences, "returnedFen", progress.getReturnedFen(), total.getReturnedFen());
        long sum = LongStream.of(
                        total.getHeldFen(),
                        total.getFrozenFen(),
                        total.getLapsedFen(),
                        total.getLiftedFen(),
                        total.getUnknownFen(),
                        total.getCashFen(),
                        total.getMerchantFen(),
                        total.getRestoredFen(),
                        total.getReturnedFen())
                .reduce(0, Math::addExact);
        compare(
                differences,
                "held+frozen+lapsed+lifted+unknown+cash+merchant+restored+returned",
                total.getReportedFen(),
                sum);
        compare(differences, "onwardFen", 0, total.getOnwardFen());
        return List.copyOf(differences);
    }

    private static void compare(List<Difference> differences, String field, long expected, long actual) {
        if (expected != actual) {
            differences.add(new Difference(Difference.RECOVERY, field, Long.toString(expected), Long.toString(actual)));
        }
    }
}
