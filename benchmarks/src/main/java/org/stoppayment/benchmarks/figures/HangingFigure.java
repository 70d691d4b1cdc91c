package org.stoppayment.benchmarks.figures;

import java.util.Arrays;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.Reports;
import org.stoppayment.benchmarks.harness.Samples;

/**
 * One bank of ten takes connections and orders and answers nothing: how long orders take to the others, beside the same
 * while all answer, in turn.
 */
public final class HangingFigure {

    private static final int A_SECOND = 100;
    private static final double MARGIN = 1.1;
    private static final String HANGING = Reports.code(0);

    private HangingFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        int position = bench.position(HANGING);
        WholeFigure.warmUp(bench, figure);
        times(bench, figure);
        bench.out()
                .printf(
                        "%none bank of ten hangs: call to arrival of the last order at the others, %d reports/s%n",
                        A_SECOND);
        bench.out()
                .printf(
                        "  %-5s %12s %12s %14s %14s %12s%n",
                        "round", "p50 ms", "p99 ms", "hanging p50", "hanging p99", "missing");
        double[] allAnswer = new double[figure.rounds()];
        double[] oneHangs = new double[figure.rounds()];
        for (int i = 0; i < figure.rounds(); i++) {
            long[] answering = times(bench, figure);
            bench.banks().hang(position);
            long[] hanging = times(bench, figure);
            bench.banks().answerAgain(position);
            bench.awaitAnswered();
            allAnswer[i] = Samples.percentile(answering, 99) / 1e6;
            oneHangs[i] = Samples.percentile(hanging, 99) / 1e6;
            bench.out()
                    .printf(
                            "  %-5d %12.1f %12.1f %14.1f %14.1f %12d%n",
                            i + 1,
                            Samples.percentile(answering, 50) / 1e6,
                            allAnswer[i],
                            Samples.percentile(hanging, 50) / 1e6,
                            oneHangs[i],
                            answering.length - hanging.length);
        }
        double bound = Arrays.stream(allAnswer).max().orElseThrow() * MARGIN;
        bench.out()
                .printf(
                        "  p99 of the others: median %.1f ms, at worst %.1f ms (aim: at most %.1f, the worst while all answer, plus 10 %%)%n",
                        Samples.median(oneHangs), Arrays.stream(oneHangs).max().orElseThrow(), bound);
    }

    private static long[] times(Bench bench, Figure figure) throws InterruptedException {
        return OrderFigure.times(bench, A_SECOND * figure.seconds(), A_SECOND, code -> !code.equals(HANGING));
    }
}
