package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.cases.CaseRun;
import org.stoppayment.kernel.SystemTime;

/** What the shared suite has logged by the end, whichever tests it was shared by: the last of them looks. */
@ExtendWith({SharedHouse.class, TellLogs.class})
@Order(Integer.MAX_VALUE)
@Isolated
class SharedLogsIT {

    @Test
    void nothingPersonalIsInTheLogsOfTheSharedSuite(House shared) {
        // Whatever has run before, or has not: there is something that could be in them.
        shared.banks().behave();
        PublicCase told = PublicCase.of("suzhou-own-card-50k");
        new CaseRun(shared.clients(), shared.simulator(), SystemTime.SOURCE, House.PATIENCE)
                .play(told.report(), told.world());
        shared.desk().awaitBooked(shared.desk().report(Reports.of(Reports.paid(Banks.ICBC, 4_711))));

        assertThat(shared.logs())
                .allSatisfy(log -> assertThat(Logs.read(log)).as(log.toString()).isNotBlank());
        assertThat(Logs.personalLines(shared.logs())).isEmpty();
    }
}
