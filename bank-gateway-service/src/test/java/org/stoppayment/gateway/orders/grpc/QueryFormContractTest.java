package org.stoppayment.gateway.orders.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_ACCOUNTS;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_HOLDER;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_TRANSACTIONS;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_WATCH;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_WATCH_END;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.Queries;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.InquireQueryRequest;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;

/** What a query must have, and what it must not. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class QueryFormContractTest {

    private static final String BANK = TestBed.queried();

    TestBed bed;
    Gateway gateway;

    @Test
    void everyViolationOfAQueryIsNamedAtOnce() {
        assertThat(violations(() -> gateway.calls().sendQuery(SendQueryRequest.getDefaultInstance())))
                .containsExactlyInAnyOrder(
                        "institution_code",
                        "application_id",
                        "case_id",
                        "account.number",
                        "kind",
                        "basis",
                        "reason",
                        "applied_at",
                        "operator.organisation",
                        "operator.badge_number");
    }

    @Test
    void everyViolationOfAnInquiryIsNamedAtOnce() {
        assertThat(violations(() -> gateway.calls().inquireQuery(InquireQueryRequest.getDefaultInstance())))
                .containsExactlyInAnyOrder("institution_code", "application_id", "account.number", "kind");
    }

    @Test
    void eachKindRequiresItsOwnFields() {
        assertThat(violations(Queries.of(QUERY_KIND_TRANSACTIONS, BANK, "form-1")))
                .containsExactly("since");
        assertThat(violations(Queries.of(QUERY_KIND_WATCH, BANK, "form-2"))).containsExactly("until");
        assertThat(violations(Queries.of(QUERY_KIND_WATCH_END, BANK, "form-3")))
                .containsExactly("original_application_id");
    }

    @Test
    void noKindTakesTheFieldsOfAnother() {
        SendQueryRequest.Builder query = Queries.whole(QUERY_KIND_TRANSACTIONS, BANK, "form-4").toBuilder()
                .setPageToken("2")
                .setUntil(Queries.whole(QUERY_KIND_WATCH, BANK, "x").getUntil())
                .setOriginalApplicationId("watch-1");

        assertThat(violations(query.setKind(QUERY_KIND_HOLDER)))
                .containsExactly("since", "page_token", "until", "original_application_id");
        assertThat(violations(query.setKind(QUERY_KIND_ACCOUNTS)))
                .containsExactly("since", "until", "original_application_id");
        assertThat(violations(query.setKind(QUERY_KIND_TRANSACTIONS)))
                .containsExactly("until", "original_application_id");
    }

    @Test
    void watchEndsAfterItBegins() {
        SendQueryRequest.Builder watch = Queries.whole(QUERY_KIND_WATCH, BANK, "form-5").toBuilder();

        assertThat(violations(watch.setUntil(watch.getAppliedAt()))).containsExactly("until");
    }

    @Test
    void violationsOfTheBasisAreNamedWithTheirPath() {
        SendQueryRequest.Builder filed = Queries.filed(QUERY_KIND_HOLDER, BANK, "form-6").toBuilder();
        filed.getLegalBasisBuilder().clearFilingNumber();
        SendQueryRequest.Builder emergency = Queries.of(QUERY_KIND_HOLDER, BANK, "form-7");
        emergency.getEmergencyBuilder().clearOrganisation();

        assertThat(violations(filed)).containsExactly("legal_basis.filing_number");
        assertThat(violations(emergency)).containsExactly("emergency.organisation");
    }

    @Test
    void kindOfTheFutureIsRefused() {
        assertThat(violations(
                        Queries.of(QueryKind.QUERY_KIND_HOLDER, BANK, "form-8").setKindValue(99)))
                .containsExactly("kind");
    }

    private List<String> violations(SendQueryRequest.Builder query) {
        return violations(() -> gateway.calls().sendQuery(query.build()));
    }

    /** The fields that the call is refused for. */
    private static List<String> violations(ThrowingCallable call) {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, call);
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        return StatusProto.fromThrowable(refused).getDetailsList().stream()
                .filter(detail -> detail.is(BadRequest.class))
                .flatMap(detail -> fields(detail).stream())
                .toList();
    }

    private static List<String> fields(Any detail) {
        try {
            return detail.unpack(BadRequest.class).getFieldViolationsList().stream()
                    .map(BadRequest.FieldViolation::getField)
                    .toList();
        } catch (InvalidProtocolBufferException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
