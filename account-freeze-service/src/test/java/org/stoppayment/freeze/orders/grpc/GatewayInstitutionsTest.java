package org.stoppayment.freeze.orders.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.domain.Dispatch;
import org.stoppayment.freeze.orders.domain.StopApplication;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.orders.domain.placement.CaseOrigin;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.kit.testing.Ports;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.kit.work.Jobs;

/** A gateway that nobody has ever reached. */
class GatewayInstitutionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Jobs jobs = new Jobs(registry);
    private final GatewayClient gateway = new GatewayClient(
            TestCertificates.peers(TestCertificates.service(ServiceNames.ACCOUNT_FREEZE)),
            "127.0.0.1:" + Ports.free(),
            Duration.ofSeconds(5));
    private final GatewayInstitutions institutions = new GatewayInstitutions(gateway, jobs);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void reportsWaitWithTheirSenderUntilTheInstitutionsAreKnown() {
        assertThatThrownBy(() -> institutions.routing().await().atMost(PATIENCE))
                .isInstanceOf(ServiceException.Unavailable.class);
    }

    @Test
    void thatTheInstitutionsCannotBeReadIsCountedEachTimeAndLoggedOnce() {
        try (LogListener log = LogListener.start()) {
            institutions.refreshRouting().await().atMost(PATIENCE);
            institutions.refreshRouting().await().atMost(PATIENCE);

            assertThat(log.alarms())
                    .singleElement()
                    .asString()
                    .contains("Job routing fails and is tried again (bank-gateway does not answer)");
        }
        assertThat(registry.get("stoppayment.work.failures")
                        .tag(Jobs.TAG, "routing")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void refusedConnectionProvesThatNothingWasSent() {
        AccountRef account = new AccountRef("102100099996", "6222020000000000018", "", AccountKind.UNSPECIFIED);
        ApplicationId id = new ApplicationId(new UUID(1, 1));
        CaseId caseId = new CaseId(new UUID(1, 2));
        CaseOrigin origin = new CaseOrigin(caseId, "OTHER", "110", "");
        byte[] instruction = institutions.instruction(id, origin, account, List.of(), Optional.empty(), Instant.EPOCH);
        StopOrder order = StopOrder.queued(
                        id,
                        new StopApplication(caseId, account, 0, Money.ZERO, Optional.empty(), "cn-2016-86/3"),
                        new Dispatch(Instant.EPOCH, instruction, false))
                .after(new StopOrderEvent.Sent(), Instant.EPOCH)
                .orElseThrow();

        Answer notSent = new Answer.Happened(new StopOrderEvent.NotSent("GATEWAY_UNREACHABLE"));
        assertThat(institutions.send(order).await().atMost(PATIENCE)).isEqualTo(notSent);
        assertThat(institutions.inquire(order).await().atMost(PATIENCE)).isEqualTo(notSent);
    }
}
