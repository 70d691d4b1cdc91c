package org.stoppayment.recovery.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.FactEvents.account;
import static org.stoppayment.recovery.testkit.FactEvents.event;
import static org.stoppayment.recovery.testkit.FactEvents.filed;
import static org.stoppayment.recovery.testkit.FactEvents.reported;
import static org.stoppayment.recovery.testkit.FactEvents.stop;
import static org.stoppayment.recovery.testkit.Moves.newId;

import com.google.protobuf.Message;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** When a case was reported, of which kind of fraud and by whom is kept, in any order. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class ReportedCasesTest {

    private static final String REPORT =
            "received_at = '2026-01-01T00:00:00Z' AND fraud_type = 'FAKE_LOAN' AND organisation = 'Zhangzhou 110'";

    TcpProxy link;

    private final String caseId = newId();

    private RecoveryClient client;

    @BeforeEach
    void connect() {
        client = new RecoveryClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void reportIsKeptBeforeTheCaseIsFiled() {
        deliver(reported(caseId).build());

        assertThat(count(REPORT + " AND filing_number = '' AND status_revision = 1"))
                .isOne();
    }

    @Test
    void reportThatComesAfterTheFilingChangesNothing() {
        deliver(reported(caseId).mergeFrom(filed(caseId).build()).setRevision(2).build());
        deliver(reported(caseId).setFraudType("OTHER").build());

        assertThat(count(REPORT + " AND filing_number = 'A-2026-1' AND status_revision = 2"))
                .isOne();
    }

    @Test
    void filingByAnOlderVersionLeavesTheReport() {
        deliver(reported(caseId).build());
        deliver(filed(caseId).setRevision(2).build());

        assertThat(count(REPORT + " AND filing_number = 'A-2026-1'")).isOne();
    }

    @Test
    void reportAloneMakesNoAccountDue() {
        deliver(stop(newId(), caseId, account("mule-" + caseId)).build());
        deliver(reported(caseId).build());

        assertThat(new Books(link)
                        .number("SELECT revision FROM attributed_account WHERE account_number = 'mule-" + caseId + "'"))
                .isOne();
    }

    private void deliver(Message message) {
        assertThat(client.deliver(List.of(event(message))).getRejectedList()).isEmpty();
    }

    private long count(String condition) {
        return new Books(link)
                .number("SELECT count(*) FROM recovery_case WHERE case_id = '" + caseId + "' AND " + condition);
    }
}
