package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.cases.CaseRun;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.PublicCase;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.ServiceLogs;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** What the shared suite has logged by the end, whichever tests it was shared by: the last of them looks. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Order(Integer.MAX_VALUE)
@Isolated
class SharedLogsIT {

    @Test
    void nothingPersonalIsInTheLogsOfTheSharedSuite(RunningSuite shared) {
        // Whatever has run before, or has not: there is something that could be in them.
        shared.banks().behave();
        PublicCase told = PublicCase.of("suzhou-own-card-50k");
        new CaseRun(shared.clients(), shared.simulator(), SystemTime.SOURCE, RunningSuite.TIMEOUT)
                .play(told.report(), told.world());
        shared.desk().awaitBooked(shared.desk().report(Reports.of(Reports.paid(SimulatedBanks.ICBC, 4_711))));

        assertThat(shared.logs())
                .allSatisfy(log ->
                        assertThat(ServiceLogs.read(log)).as(log.toString()).isNotBlank());
        assertThat(ServiceLogs.personalLines(shared.logs())).isEmpty();
    }
}
