package org.stoppayment.freeze.orders.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.ValueParameters;

/** The parameters of the statements that insert orders, by {@code insert_orders.sql}. */
public final class OrderInsert {

    private static final ValueParameters<RuleSet> RULES = ValueParameters.<RuleSet>of()
            .integer("max_stops", rules -> rules.stops().stopsPerAccount())
            .integer("mule_stops", rules -> rules.lists().muleStops())
            .integer("mule_cases", rules -> rules.lists().muleCases())
            .text("stop_count_exceeded", rules -> ResultCode.STOP_COUNT_EXCEEDED.value())
            .bool("extension_counts", rules -> rules.stops().extensionCounts())
            .integer("match_tolerance", rules -> rules.tracing().toleranceSeconds())
            .text("rule_set", RuleSet::name);
    private static final RowParameters<Due> ORDERS = RowParameters.<Due>of()
            .uuid("gate_id", Due::gate)
            .id("application_id", o -> o.order().applicationId())
            .id("case_id", o -> o.order().caseId())
            .text("institution_code", o -> o.order().account().institutionCode())
            .text("account_number", o -> o.order().account().number())
            .text("account_name", o -> o.order().account().name())
            .text("account_kind", o -> o.order().account().kind().name())
            .integer("level", o -> o.order().application().level())
            .bigint("tainted_fen", o -> o.order().tainted().fen())
            .optionalId("original_application_id", o -> o.order().application().original())
            .instant("placed_at", o -> o.order().placedAt())
            .bytes("instruction", o -> o.order().dispatch().instruction())
            .text("state", o -> o.order().phase().name())
            .integer("attempts", o -> o.order().progress().attempts())
            .text("manual_reason", o -> StopOrderRow.manualReason(o.order().state()))
            .texts("candidates", o -> StopOrderRow.candidates(o.order().state()))
            .optionalInstant("due_at", Due::at)
            .text(
                    "timeline",
                    o -> StopOrderRow.timeline(o.order().phase(), o.order().placedAt(), "PLACED"))
            .text(
                    "refusal",
                    o -> StopOrderRow.timeline(
                            Phase.DECLINED, o.order().placedAt(), "RULE " + ResultCode.STOP_COUNT_EXCEEDED));

    private OrderInsert() {}

    /** An order and its gate: the id that must be new for the order to be placed. */
    public record Gated(UUID gate, StopOrder order) {}

    /** An order, its gate, and when it is due once placed. */
    private record Due(UUID gate, StopOrder order, Optional<Instant> at) {
        static Due of(Gated gated, RuleSet rules, OrderDueTimes dueTimes) {
            StopOrder order = gated.order();
            return new Due(gated.gate(), order, dueTimes.next(order, rules.doubt(), order.placedAt()));
        }
    }

    /** Orders to insert, all made under {@code rules}. */
    public record Batch(List<Gated> orders, RuleSet rules, OrderDueTimes dueTimes) {
        private List<Due> due() {
            return orders.stream().map(order -> Due.of(order, rules, dueTimes)).toList();
        }
    }

    /** Declares the parameters in {@code statement}. */
    public static <T> BatchStatement.Builder<T> declare(BatchStatement.Builder<T> statement, Function<T, Batch> batch) {
        return statement.values(RULES, batch.andThen(Batch::rules)).rows("orders", ORDERS, batch.andThen(Batch::due));
    }
}
