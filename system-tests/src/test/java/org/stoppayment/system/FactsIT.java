package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.cases.CaseRun;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.PublicCase;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.ToldFacts;

/** After the public cases fund-recovery knows what account-freeze knows: transfers, bookings, balances, holds and cases. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class FactsIT {

    private final RunningSuite running;
    private final CaseRun run;

    FactsIT(RunningSuite running) {
        this.running = running;
        this.run = new CaseRun(running.clients(), running.simulator(), InstantSource.system(), RunningSuite.TIMEOUT);
    }

    @BeforeEach
    void allBanksBehave() {
        running.banks().behave();
    }

    @Test
    void recoveryKnowsWhatFreezeKnows() {
        for (String name : List.of(
                "shanghai-corporate-4m",
                "zhangzhou-loan-140k",
                "suzhou-own-card-50k",
                "nanjing-rebate-10k",
                "chengdu-second-card-50k",
                "hefei-one-serial-88k",
                "ningbo-ten-levels-6m")) {
            PublicCase each = PublicCase.of(name);
            run.play(each.report(), each.world());
        }

        ToldFacts told = new ToldFacts(running.suite());
        told.assertComplete();
        assertThat(List.of(
                        "reported_transfer",
                        "booking WHERE direction = 'IN'",
                        "booking WHERE direction = 'OUT'",
                        "hold",
                        "balance"))
                .allSatisfy(table -> assertThat(told.count(table)).as(table).isPositive());
    }
}
