package org.stoppayment.freeze.api.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;
import org.stoppayment.freeze.alerts.application.ViewingAlerts;
import org.stoppayment.freeze.alerts.application.WorkingOnAlerts;
import org.stoppayment.freeze.alerts.grpc.AlertWire;
import org.stoppayment.freeze.alerts.grpc.AlertWire.InstitutionNames;
import org.stoppayment.freeze.amendments.application.ExtendingStops;
import org.stoppayment.freeze.amendments.application.LiftingStops;
import org.stoppayment.freeze.amendments.application.ReissuingStops;
import org.stoppayment.freeze.amendments.application.ResolvingManualOrders;
import org.stoppayment.freeze.amendments.application.RoutingManualOrders;
import org.stoppayment.freeze.books.domain.StopClaim;
import org.stoppayment.freeze.orders.application.Institutions;
import org.stoppayment.freeze.orders.application.ViewingOrders;
import org.stoppayment.freeze.orders.domain.views.OrderView;
import org.stoppayment.freeze.orders.grpc.ClaimWire;
import org.stoppayment.freeze.orders.grpc.DecisionWire;
import org.stoppayment.freeze.orders.grpc.FeedbackWire;
import org.stoppayment.freeze.orders.grpc.OrderWire;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.freeze.v1.AccountFreezeService;
import org.stoppayment.proto.freeze.v1.AcknowledgeAlertRequest;
import org.stoppayment.proto.freeze.v1.AcknowledgeAlertResponse;
import org.stoppayment.proto.freeze.v1.CloseAlertRequest;
import org.stoppayment.proto.freeze.v1.CloseAlertResponse;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.ExtendStopResponse;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.freeze.v1.GetCaseProgressResponse;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderResponse;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsResponse;
import org.stoppayment.proto.freeze.v1.ListManualOrdersRequest;
import org.stoppayment.proto.freeze.v1.ListManualOrdersResponse;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderResponse;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountResponse;

/** Serves stop orders to officers and other services. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class AccountFreezeEndpoint implements AccountFreezeService {

    private static final Function<String, InstitutionNames> NO_NAMES = code -> InstitutionNames.NONE;

    private final ViewingOrders viewing;
    private final RoutingManualOrders routing;
    private final ResolvingManualOrders resolving;
    private final LiftingStops lifting;
    private final ExtendingStops extending;
    private final ReissuingStops reissuing;
    private final ViewingAlerts alerts;
    private final WorkingOnAlerts working;
    private final Institutions institutions;

    AccountFreezeEndpoint(
            ViewingOrders viewing,
            RoutingManualOrders routing,
            ResolvingManualOrders resolving,
            LiftingStops lifting,
            ExtendingStops extending,
            ReissuingStops reissuing,
            ViewingAlerts alerts,
            WorkingOnAlerts working,
            Institutions institutions) {
        this.viewing = viewing;
        this.routing = routing;
        this.resolving = resolving;
        this.lifting = lifting;
        this.extending = extending;
        this.reissuing = reissuing;
        this.alerts = alerts;
        this.working = working;
        this.institutions = institutions;
    }

    @Override
    @RolesAllowed({ServiceNames.CASE_INTAKE, Roles.COMMAND})
    public Uni<GetCaseProgressResponse> getCaseProgress(GetCaseProgressRequest request) {
        return viewing.progress(request.getCaseId()).chain(progress -> viewing.attention(request.getCaseId())
                .map(attention -> GetCaseProgressResponse.newBuilder()
                        .setProgress(OrderWire.render(request.getCaseId(), progress, attention))
                        .build()));
    }

    @Override
    public Uni<GetStopOrderResponse> getStopOrder(GetStopOrderRequest request) {
        return viewing.order(request.getApplicationId()).chain(view -> viewing.claims(request.getApplicationId())
                .map(claims -> GetStopOrderResponse.newBuilder()
                        .setOrder(OrderWire.render(view))
                        .addAllClaims(claims.stream().map(ClaimWire::render).toList())
                        .build()));
    }

    @Override
    public Uni<ListManualOrdersResponse> listManualOrders(ListManualOrdersRequest request) {
        return viewing.manual(request.getPageSize(), request.getPageToken()).map(page -> {
            List<OrderView> orders = page.rows();
            ListManualOrdersResponse.Builder response = ListManualOrdersResponse.newBuilder();
            orders.forEach(view -> response.addOrders(OrderWire.render(view)));
            if (page.more()) {
                response.setNextPageToken(
                        orders.get(orders.size() - 1).order().applicationId().toString());
            }
            return response.build();
        });
    }

    @Override
    public Uni<ResolveManualOrderResponse> resolveManualOrder(ResolveManualOrderRequest request) {
        Uni<OrderView> resolved =
                switch (request.getResolutionCase()) {
                    case INSTITUTION_CODE ->
                        routing.route(request.getApplicationId(), request.getInstitutionCode(), decision(request, ""));
                    case FEEDBACK ->
                        resolving.record(
                                request.getApplicationId(),
                                FeedbackWire.parse(request.getFeedback()),
                                decision(request, ""));
                    case NOT_TO_BE_STOPPED ->
                        resolving.dismiss(
                                request.getApplicationId(),
                                decision(request, request.getNotToBeStopped().getReason()));
                    case RESOLUTION_NOT_SET ->
                        throw new ServiceException.InvalidInput(
                                "resolution",
                                "MISSING",
                                "value: none (expected: institutionCode, feedback or notToBeStopped)");
                };
        return resolved.map(view -> ResolveManualOrderResponse.newBuilder()
                .setOrder(OrderWire.render(view))
                .build());
    }

    private static Decision decision(ResolveManualOrderRequest request, String reason) {
        return DecisionWire.parse(reason, request.getReference(), request.getOperator());
    }

    @Override
    public Uni<LiftStopResponse> liftStop(LiftStopRequest request) {
        return lifting.lift(
                        request.getApplicationId(),
                        request.getCaseId(),
                        DecisionWire.parse(request.getReason(), request.getReference(), request.getOperator()))
                .chain(lift -> viewing.order(request.getApplicationId()).chain(view -> viewing.claims(
                                request.getApplicationId())
                        .map(claims -> LiftStopResponse.newBuilder()
                                .setLiftApplicationId(
                                        lift.map(sent -> sent.id().toString()).orElse(""))
                                .setOrder(OrderWire.render(view))
                                .addAllActiveClaims(claims.stream()
                                        .filter(StopClaim::active)
                                        .map(ClaimWire::render)
                                        .toList())
                                .build())));
    }

    @Override
    public Uni<ExtendStopResponse> extendStop(ExtendStopRequest request) {
        return extending
                .extend(
                        request.getApplicationId(),
                        DecisionWire.parse(request.getReason(), request.getReference(), request.getOperator()))
                .chain(extension -> viewing.order(request.getApplicationId())
                        .map(view -> ExtendStopResponse.newBuilder()
                                .setExtensionApplicationId(extension.id().toString())
                                .setOrder(OrderWire.render(view))
                                .build()));
    }

    @Override
    public Uni<RestopAccountResponse> restopAccount(RestopAccountRequest request) {
        return reissuing
                .restop(
                        request.getApplicationId(),
                        request.getCaseId(),
                        DecisionWire.parse(request.getReason(), request.getReference(), request.getOperator()))
                .map(view -> RestopAccountResponse.newBuilder()
                        .setOrder(OrderWire.render(view))
                        .build());
    }

    @Override
    public Uni<ListAlertsResponse> listAlerts(ListAlertsRequest request) {
        return alerts.list(AlertWire.filter(request), request.getPageSize(), request.getPageToken())
                .chain(page -> names().map(names -> AlertWire.render(page, names)));
    }

    @Override
    public Uni<AcknowledgeAlertResponse> acknowledgeAlert(AcknowledgeAlertRequest request) {
        return working.acknowledge(request.getAlertId(), OfficerWire.parse(request.getOperator()))
                .chain(alert -> names().map(names -> AcknowledgeAlertResponse.newBuilder()
                        .setAlert(AlertWire.render(alert, names))
                        .build()));
    }

    @Override
    public Uni<CloseAlertResponse> closeAlert(CloseAlertRequest request) {
        return working.close(request.getAlertId(), OfficerWire.parse(request.getOperator()), request.getReason())
                .chain(alert -> names().map(names -> CloseAlertResponse.newBuilder()
                        .setAlert(AlertWire.render(alert, names))
                        .build()));
    }

    /** The names of institutions; none while the gateway is away: alerts are shown all the same. */
    private Uni<Function<String, InstitutionNames>> names() {
        return institutions
                .routing()
                .<Function<String, InstitutionNames>>map(routing -> code -> routing.institution(code)
                        .map(found -> new InstitutionNames(found.name(), found.englishName()))
                        .orElse(InstitutionNames.NONE))
                .onFailure()
                .recoverWithUni(Uni.createFrom().item(NO_NAMES));
    }
}
