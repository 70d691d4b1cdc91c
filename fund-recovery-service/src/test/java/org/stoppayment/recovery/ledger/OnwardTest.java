package org.stoppayment.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.held;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;
import static org.stoppayment.recovery.testkit.Moves.traced;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Money that is sent on is in the books of both accounts; the total has its final positions. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class OnwardTest {

    private static final FundsPosition UNKNOWN = FundsPosition.FUNDS_POSITION_UNKNOWN;
    private static final FundsPosition ONWARD = FundsPosition.FUNDS_POSITION_ONWARD;
    private static final FundsPosition CASH = FundsPosition.FUNDS_POSITION_CASH;
    private static final FundsPosition MERCHANT = FundsPosition.FUNDS_POSITION_MERCHANT;

    private RecoveryClient client;

    @BeforeEach
    void connect() {
        client = new RecoveryClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    /** The worked example of the domain: A to B 80,000, B to C 70,000, C to A 30,000, A to D 40,000. */
    @Test
    void returnFlowIsExactInAnyOrder() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            String caseId = newId();
            List<Event> events = new ArrayList<>(List.of(
                    event(caseId, 0, reported(account("A"), 100_000)),
                    event(caseId, 1, onward("A", 80_000), inward("B", 80_000)),
                    event(caseId, 2, onward("B", 70_000), inward("C", 70_000)),
                    event(caseId, 3, onward("C", 30_000), inward("A", 30_000)),
                    event(caseId, 4, onward("A", 40_000), inward("D", 40_000)),
                    event(caseId, 5, held(account("A"), 10_000), held(account("B"), 10_000)),
                    event(caseId, 6, held(account("C"), 40_000), held(account("D"), 40_000))));
            Collections.shuffle(events, random);

            events.forEach(event -> client.deliver(event));

            GetRecoveryResponse books = client.recovery(caseId);
            assertThat(byAccount(books))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "A", positions(100_000, 10_000).setOnwardFen(90_000).build(),
                            "B", positions(0, 10_000).setOnwardFen(-10_000).build(),
                            "C", positions(0, 40_000).setOnwardFen(-40_000).build(),
                            "D", positions(0, 40_000).setOnwardFen(-40_000).build()));
            assertThat(books.getTotal())
                    .as("seed %d", seed)
                    .isEqualTo(positions(100_000, 100_000).build());
        }
    }

    @Test
    void cashAndMerchantAmountsAreBooked() {
        String caseId = newId();

        client.deliver(
                event(caseId, 1, traced(account("A"), UNKNOWN, CASH, 20), traced(account("A"), UNKNOWN, MERCHANT, 5)),
                event(caseId, 0, reported(account("A"), 30)));

        assertThat(client.recovery(caseId).getTotal())
                .isEqualTo(positions(30, 0)
                        .setUnknownFen(5)
                        .setCashFen(20)
                        .setMerchantFen(5)
                        .build());
    }

    @Test
    void halfATransferIsOnwardUntilTheOtherHalfArrives() {
        String caseId = newId();

        client.deliver(event(caseId, 1, inward("B", 80)));
        assertThat(client.recovery(caseId).getTotal().getOnwardFen()).isEqualTo(-80);

        client.deliver(event(caseId, 1, onward("A", 80)));
        assertThat(client.recovery(caseId).getTotal().getOnwardFen()).isZero();
    }

    @Test
    void movementMayHaveTheMaximumAmount() {
        String caseId = newId();
        long most = 100_000_000_000_000_000L;

        client.deliver(event(caseId, 0, reported(account("A"), most)), event(caseId, 1, onward("A", most)));

        assertThat(client.recovery(caseId).getTotal())
                .isEqualTo(positions(most, 0).setOnwardFen(most).build());
    }

    private static FundsMovement onward(String account, long fen) {
        return traced(account(account), UNKNOWN, ONWARD, fen);
    }

    private static FundsMovement inward(String account, long fen) {
        return traced(account(account), ONWARD, UNKNOWN, fen);
    }

    private static Account account(String number) {
        return Account.newBuilder()
                .setNumber(number)
                .setInstitutionCode("102100099996")
                .build();
    }

    private static Positions.Builder positions(long reported, long held) {
        return Positions.newBuilder().setReportedFen(reported).setHeldFen(held);
    }

    private static Map<String, Positions> byAccount(GetRecoveryResponse books) {
        return books.getAccountsList().stream()
                .collect(Collectors.toMap(
                        account -> account.getAccount().getNumber(), account -> account.getPositions()));
    }
}
