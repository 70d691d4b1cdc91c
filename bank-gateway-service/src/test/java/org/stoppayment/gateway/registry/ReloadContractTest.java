package org.stoppayment.gateway.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.BadRequest;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.orders.application.InstitutionClient;
import org.stoppayment.gateway.orders.application.InstitutionClients;
import org.stoppayment.gateway.testkit.Callbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.InstitutionRegistryServiceGrpc;
import org.stoppayment.proto.gateway.v1.ReloadInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ReloadInstitutionsResponse;

/** The registry is read again without a restart: as a whole, or not at all. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class ReloadContractTest {

    private static final String NEW = TestBed.code(777);
    private static final String KNOWN = TestBed.code(57);

    TestBed bed;
    Gateway gateway;

    @Inject
    InstitutionClients clients;

    private String original = "";

    @BeforeEach
    void keepTheRegistry() throws IOException {
        original = Files.readString(bed.registry());
    }

    @AfterEach
    void restoreTheRegistry() throws IOException {
        Files.writeString(bed.registry(), original);
        reload();
    }

    @Test
    void newInstitutionIsCalledAtOnceAndIsGoneWhenItIsRemoved() throws IOException {
        assertThat(gateway.stop(NEW, "before").hasNoRoute()).isTrue();

        add(NEW, "/new");
        ReloadInstitutionsResponse change = reload();

        assertThat(change.getAddedList()).containsExactly(NEW);
        assertThat(change.getChangedList()).isEmpty();
        assertThat(change.getRemovedList()).isEmpty();
        bed.bank.stubFor(post("/new/v1/stops").willReturn(aResponse().withStatus(202)));
        assertThat(gateway.stop(NEW, "after").hasAccepted()).isTrue();
        Files.writeString(bed.registry(), original);
        assertThat(reload().getRemovedList()).containsExactly(NEW);
        assertThat(gateway.stop(NEW, "gone").hasNoRoute()).isTrue();
    }

    @Test
    void changedInstitutionGetsANewClientAndTheOthersKeepTheirs() throws IOException {
        add(NEW, "/first");
        reload();
        InstitutionClient before = clients.of(NEW).orElseThrow();
        InstitutionClient other = clients.of(KNOWN).orElseThrow();
        Files.writeString(bed.registry(), original);
        add(NEW, "/second");

        assertThat(reload().getChangedList()).containsExactly(NEW);

        assertThat(clients.of(NEW).orElseThrow()).isNotSameAs(before);
        assertThat(clients.of(KNOWN).orElseThrow()).isSameAs(other);
        bed.bank.stubFor(post("/second/v1/stops").willReturn(aResponse().withStatus(202)));
        assertThat(gateway.stop(NEW, "second").hasAccepted()).isTrue();
        assertThat(reload()).isEqualTo(ReloadInstitutionsResponse.getDefaultInstance());
        assertThat(Callbacks.management().get("/q/metrics").asString())
                .containsOnlyOnce("stoppayment_gateway_waiting{institution=\"" + NEW + "\"}");
    }

    @Test
    void wrongRegistryIsRefusedWithEveryFindingAndChangesNothing() throws Exception {
        Files.writeString(
                bed.registry(),
                original + "  - {code: \"" + NEW + "\", kind: SHOP, endpoint: \"ftp://x\", secret: hush-hush}\n");

        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, this::reload);

        Status status = StatusProto.fromThrowable(refused);
        assertThat(status.getDetails(0).unpack(BadRequest.class).getFieldViolationsList())
                .extracting(violation -> violation.getField().replaceAll("institutions\\[\\d+]\\.", ""))
                .containsExactlyInAnyOrder("name", "kind", "endpoint", "secret");
        assertThat(status.toString()).doesNotContain("hush-hush");
        bed.bank.stubFor(post("/" + KNOWN + "/v1/stops").willReturn(aResponse().withStatus(202)));
        assertThat(gateway.stop(KNOWN, "still-there").hasAccepted()).isTrue();
        assertThat(gateway.stop(NEW, "not-there").hasNoRoute()).isTrue();

        Files.writeString(bed.registry(), "institutions: [");
        assertThat(catchThrowableOfType(StatusRuntimeException.class, this::reload)
                        .getStatus()
                        .getCode())
                .isEqualTo(io.grpc.Status.Code.INVALID_ARGUMENT);
        assertThat(gateway.stop(KNOWN, "still-there-2").hasAccepted()).isTrue();
    }

    private void add(String code, String path) throws IOException {
        Files.writeString(
                bed.registry(),
                Files.readString(bed.registry())
                        + "  - {code: \"%s\", name: 新, kind: BANK, endpoint: \"http://127.0.0.1:%d%s\", secret: %s, limits: {timeout: PT5S}}\n"
                                .formatted(code, bed.bank.port(), path, TestBed.secret(code)));
    }

    private ReloadInstitutionsResponse reload() {
        return InstitutionRegistryServiceGrpc.newBlockingStub(gateway.command())
                .reloadInstitutions(ReloadInstitutionsRequest.getDefaultInstance());
    }
}
