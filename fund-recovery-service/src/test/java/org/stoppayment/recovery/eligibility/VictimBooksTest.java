package org.stoppayment.recovery.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.ExpectedBooks.positions;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.WALLET;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.held;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.CasePositions;
import org.stoppayment.proto.recovery.v1.GetVictimBooksRequest;
import org.stoppayment.proto.recovery.v1.GetVictimBooksResponse;
import org.stoppayment.proto.recovery.v1.VerifyIdentityRequest;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;
import org.stoppayment.recovery.testkit.FactEvents;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** The books of all cases of one person. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class VictimBooksTest {

    private final String document = (newId() + newId()).replace("-", "");
    private RecoveryClient client;

    @BeforeEach
    void connect() {
        client = new RecoveryClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private VictimServiceGrpc.VictimServiceBlockingStub victims() {
        return VictimServiceGrpc.newBlockingStub(client.channel());
    }

    private String caseVerifiedBy(String digest) {
        String caseId = newId();
        client.deliver(FactEvents.event(
                FactEvents.transfers(caseId, FactEvents.transfer(newId(), CARD)).build()));
        victims()
                .verifyIdentity(VerifyIdentityRequest.newBuilder()
                        .setCaseId(caseId)
                        .setDocumentDigest(digest)
                        .setOperator(
                                Operator.newBuilder().setOrganisation("desk").setBadgeNumber("1"))
                        .build());
        return caseId;
    }

    private GetVictimBooksResponse books(String caseId) {
        return victims()
                .getVictimBooks(
                        GetVictimBooksRequest.newBuilder().setCaseId(caseId).build());
    }

    @Test
    void casesVerifiedByOneDocumentAreOnePersons() {
        String first = caseVerifiedBy(document);
        String second = caseVerifiedBy(document);
        String other = caseVerifiedBy((newId() + newId()).replace("-", ""));
        client.deliver(event(first, 0, reported(CARD, 100), held(CARD, 60)));
        client.deliver(event(second, 0, reported(WALLET, 7)));
        client.deliver(event(other, 0, reported(WALLET, 1_000)));

        GetVictimBooksResponse books = books(second);

        assertThat(books.getIsIdentityVerified()).isTrue();
        assertThat(books.getCasesList()).extracting(CasePositions::getCaseId).containsExactlyInAnyOrder(first, second);
        assertThat(books.getTotal()).isEqualTo(positions(107, 60, 0, 0, 47));
    }

    @Test
    void withoutAVerifiedIdentityItIsTheOneCase() {
        String caseId = newId();
        client.deliver(event(caseId, 0, reported(CARD, 100)));

        GetVictimBooksResponse books = books(caseId);

        assertThat(books.getIsIdentityVerified()).isFalse();
        assertThat(books.getTotal()).isEqualTo(positions(100, 0, 0, 0, 100));
    }
}
