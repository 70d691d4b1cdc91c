package org.stoppayment.freeze.queries.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.freeze.queries.application.EndingWatches;
import org.stoppayment.freeze.queries.application.ListingQueries;
import org.stoppayment.freeze.queries.application.OrderingQueries;
import org.stoppayment.freeze.queries.application.ViewingQueries;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.freeze.v1.EndWatchRequest;
import org.stoppayment.proto.freeze.v1.EndWatchResponse;
import org.stoppayment.proto.freeze.v1.GetQueryRequest;
import org.stoppayment.proto.freeze.v1.GetQueryResponse;
import org.stoppayment.proto.freeze.v1.ListQueriesRequest;
import org.stoppayment.proto.freeze.v1.ListQueriesResponse;
import org.stoppayment.proto.freeze.v1.OrderQueryRequest;
import org.stoppayment.proto.freeze.v1.OrderQueryResponse;
import org.stoppayment.proto.freeze.v1.QueryService;

/** Serves queries to officers. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class QueryEndpoint implements QueryService {

    private final OrderingQueries ordering;
    private final EndingWatches ending;
    private final ViewingQueries viewing;
    private final ListingQueries listing;

    QueryEndpoint(OrderingQueries ordering, EndingWatches ending, ViewingQueries viewing, ListingQueries listing) {
        this.ordering = ordering;
        this.ending = ending;
        this.viewing = viewing;
        this.listing = listing;
    }

    @Override
    public Uni<OrderQueryResponse> orderQuery(OrderQueryRequest request) {
        return ordering.order(QueryWire.parse(request)).chain(viewing::view).map(view -> OrderQueryResponse.newBuilder()
                .setQuery(QueryView.whole(view, false))
                .build());
    }

    @Override
    public Uni<EndWatchResponse> endWatch(EndWatchRequest request) {
        return ending.end(request.getApplicationId(), request.getReason(), OfficerWire.parse(request.getOperator()))
                .chain(viewing::view)
                .map(view -> EndWatchResponse.newBuilder()
                        .setQuery(QueryView.whole(view, false))
                        .build());
    }

    @Override
    public Uni<GetQueryResponse> getQuery(GetQueryRequest request) {
        return viewing.view(request.getApplicationId()).map(view -> GetQueryResponse.newBuilder()
                .setQuery(QueryView.whole(view, request.getUnmasked()))
                .build());
    }

    @Override
    public Uni<ListQueriesResponse> listQueries(ListQueriesRequest request) {
        return listing.list(
                        request.getPageSize(),
                        request.getPageToken(),
                        request.getCaseId(),
                        QueryWire.states(request.getStatesValueList()))
                .map(page -> ListQueriesResponse.newBuilder()
                        .addAllQueries(
                                page.views().stream().map(QueryView::summary).toList())
                        .setNextPageToken(page.nextPageToken())
                        .build());
    }
}
