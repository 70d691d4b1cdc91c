package org.stoppayment.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processor time, shared out. */
public final class CpuTable {

    private CpuTable() {}

    /** Processor milliseconds a report, by process. */
    public static String perReport(Map<String, Long> before, Map<String, Long> after, long reports) {
        List<String> cells = new ArrayList<>();
        double all = 0;
        for (Map.Entry<String, Long> entry : after.entrySet()) {
            long used = entry.getValue() - before.getOrDefault(entry.getKey(), 0L);
            double each = Samples.ratio(used, reports);
            all += each;
            cells.add("%s %.2f".formatted(entry.getKey(), each));
        }
        return "%s = %.2f".formatted(String.join(" + ", cells), all);
    }
}
