package org.stoppayment.gateway.orders.grpc;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.gateway.orders.domain.Query;
import org.stoppayment.gateway.orders.domain.Query.Question;
import org.stoppayment.gateway.orders.domain.QueryBasis;
import org.stoppayment.gateway.queries.domain.QueryKind;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.gateway.v1.EmergencyBasis;
import org.stoppayment.proto.gateway.v1.InquireQueryRequest;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;

/** Parses queries and inquiries about them; fails with all violations at once. */
final class QueryWire {

    private QueryWire() {}

    static Query query(SendQueryRequest request) {
        FieldParser parser = new FieldParser();
        parser.institution(request.getInstitutionCode());
        var id = parser.id("application_id", request.getApplicationId());
        var caseId = parser.caseId(request.getCaseId());
        var account = PartyWire.target(request.getAccount(), request.getInstitutionCode(), parser);
        var question = question(request, parser);
        var basis = basis(request, parser);
        var reason = parser.text("reason", request.getReason(), 1);
        var at = parser.moment("applied_at", request.hasAppliedAt(), request.getAppliedAt());
        Operator operator = request.getOperator();
        parser.text("operator.organisation", operator.getOrganisation(), 1);
        parser.text("operator.badge_number", operator.getBadgeNumber(), 1);
        return parser.orThrow(id.flatMap(query -> question.flatMap(asked -> basis.map(grounds ->
                new Query(query, caseId, account, asked, grounds, reason, at, PartyWire.operator(operator))))));
    }

    static Query.Subject subject(InquireQueryRequest request) {
        FieldParser parser = new FieldParser();
        parser.institution(request.getInstitutionCode());
        var id = parser.id("application_id", request.getApplicationId());
        var account = PartyWire.target(request.getAccount(), request.getInstitutionCode(), parser);
        var kind = kind(request.getKind(), parser);
        return parser.orThrow(
                id.flatMap(query -> kind.map(asked -> new Query.Subject(query, account.number(), asked))));
    }

    /** What is asked, with the fields of its kind and no others. */
    private static Optional<Question> question(SendQueryRequest request, FieldParser parser) {
        Optional<QueryKind> kind = kind(request.getKind(), parser);
        kind.ifPresent(asked -> refuseForeignFields(request, asked, parser));
        return kind.flatMap(asked -> switch (asked) {
            case HOLDER -> Optional.of(new Question.Holder());
            case BALANCE -> Optional.of(new Question.Balance());
            case TRANSACTIONS ->
                Optional.of(new Question.Transactions(
                        parser.moment("since", request.hasSince(), request.getSince()), pageToken(request, parser)));
            case ACCOUNTS -> Optional.of(new Question.Accounts(pageToken(request, parser)));
            case WATCH -> Optional.of(new Question.Watch(until(request, parser)));
            case WATCH_END ->
                parser.id("original_application_id", request.getOriginalApplicationId())
                        .map(Question.WatchEnd::new);
        });
    }

    private static void refuseForeignFields(SendQueryRequest request, QueryKind kind, FieldParser parser) {
        boolean hasPages = kind == QueryKind.TRANSACTIONS || kind == QueryKind.ACCOUNTS;
        refuse("since", request.hasSince() && kind != QueryKind.TRANSACTIONS, kind, parser);
        refuse("page_token", !request.getPageToken().isEmpty() && !hasPages, kind, parser);
        refuse("until", request.hasUntil() && kind != QueryKind.WATCH, kind, parser);
        refuse(
                "original_application_id",
                !request.getOriginalApplicationId().isEmpty() && kind != QueryKind.WATCH_END,
                kind,
                parser);
    }

    private static void refuse(String field, boolean isForeign, QueryKind kind, FieldParser parser) {
        if (isForeign) {
            parser.violation(field, "INVALID", "none, with " + kind);
        }
    }

    private static String pageToken(SendQueryRequest request, FieldParser parser) {
        return parser.text("page_token", request.getPageToken(), 0);
    }

    /** After the query: a watch that has ended before it begins is a mistake. */
    private static Instant until(SendQueryRequest request, FieldParser parser) {
        Instant until = parser.moment("until", request.hasUntil(), request.getUntil());
        boolean isKnown = !until.equals(Instant.EPOCH);
        if (isKnown
                && request.hasAppliedAt()
                && request.getUntil().getSeconds() <= request.getAppliedAt().getSeconds()) {
            parser.violation("until", "OUT_OF_RANGE", "a moment after applied_at");
        }
        return until;
    }

    private static Optional<QueryBasis> basis(SendQueryRequest request, FieldParser parser) {
        return switch (request.getBasisCase()) {
            case LEGAL_BASIS ->
                LegalBasisWire.parse(request.getLegalBasis(), parser.of("legal_basis"))
                        .map(QueryBasis.Filed::new);
            case EMERGENCY -> Optional.of(emergency(request.getEmergency(), parser.of("emergency")));
            case BASIS_NOT_SET -> {
                parser.violation("basis", "REQUIRED", "legal_basis or emergency");
                yield Optional.empty();
            }
        };
    }

    private static QueryBasis emergency(EmergencyBasis wire, FieldParser parser) {
        return new QueryBasis.Emergency(
                parser.text("organisation", wire.getOrganisation(), 1),
                wire.hasReportedAt()
                        ? Optional.of(parser.moment("reported_at", true, wire.getReportedAt()))
                        : Optional.empty());
    }

    private static Optional<QueryKind> kind(org.stoppayment.proto.gateway.v1.QueryKind wire, FieldParser parser) {
        Optional<QueryKind> kind =
                switch (wire) {
                    case QUERY_KIND_HOLDER -> Optional.of(QueryKind.HOLDER);
                    case QUERY_KIND_BALANCE -> Optional.of(QueryKind.BALANCE);
                    case QUERY_KIND_TRANSACTIONS -> Optional.of(QueryKind.TRANSACTIONS);
                    case QUERY_KIND_ACCOUNTS -> Optional.of(QueryKind.ACCOUNTS);
                    case QUERY_KIND_WATCH -> Optional.of(QueryKind.WATCH);
                    case QUERY_KIND_WATCH_END -> Optional.of(QueryKind.WATCH_END);
                    case QUERY_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
                };
        if (kind.isEmpty()) {
            parser.violation("kind", "REQUIRED", "HOLDER, BALANCE, TRANSACTIONS, ACCOUNTS, WATCH or WATCH_END");
        }
        return kind;
    }
}
