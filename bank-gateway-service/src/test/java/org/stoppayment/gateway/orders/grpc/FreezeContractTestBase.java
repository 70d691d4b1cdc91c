package org.stoppayment.gateway.orders.grpc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.stoppayment.gateway.testkit.Freezes;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.Outcome;

/** A bank that answers freezes, and what the gateway makes of it. */
@QuarkusTestResource(TestBedResource.class)
abstract class FreezeContractTestBase {

    static final String BANK = TestBed.code(55);

    TestBed bed;

    Gateway gateway;

    Outcome freeze(String id) {
        return gateway.calls().sendFreeze(Freezes.limited(BANK, id)).getOutcome();
    }

    void answer(String path, String id, String feedback) {
        bed.bank.stubFor(post("/" + BANK + path)
                .withHeader("idempotency-key", equalTo(id))
                .willReturn(ok(feedback)));
    }

    static ResponseDefinitionBuilder ok(String feedback) {
        return aResponse().withBody(feedback);
    }

    /** The fields that the call is refused for. */
    static List<String> violations(ThrowingCallable call) {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, call);
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        return StatusProto.fromThrowable(refused).getDetailsList().stream()
                .filter(detail -> detail.is(BadRequest.class))
                .flatMap(detail -> fields(detail).stream())
                .toList();
    }

    static List<String> fields(Any detail) {
        try {
            return detail.unpack(BadRequest.class).getFieldViolationsList().stream()
                    .map(BadRequest.FieldViolation::getField)
                    .toList();
        } catch (InvalidProtocolBufferException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
