package org.stoppayment.freeze.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_DOUBT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** An order keeps to the rules that it was made under, whatever the rules are by now. */
@QuarkusTest
class RuleSetsTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();
    private final String elderId = "elder-" + newCase();
    private final String elder = elderId + "/1";

    /** A rule set like today's but for one value, as an earlier release kept it; the case's order was made under it. */
    private void orderWasMadeUnderElderRules(String path, String value) {
        database.execute("""
                INSERT INTO rule_set
                SELECT '%s', jsonb_set(jsonb_set(content, '{id}', '"%s"'), '{%s,value}', '%s'), now()
                FROM rule_set WHERE name = 'cn-2016-86/3'
                """.formatted(elder, elderId, path, value));
        database.execute("UPDATE stop_order SET rule_set = '" + elder + "'");
    }

    private StopOrder accepted() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        return awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED);
    }

    private static Instant end(StopOrder order) {
        return Instant.ofEpochSecond(
                order.getExpiresAt().getSeconds(), order.getExpiresAt().getNanos());
    }

    @Test
    void orderNamesTheRuleSetThatItWasMadeUnder() {
        assertThat(accepted().getRuleSet()).isEqualTo("cn-2016-86/3");
        assertThat(database.number("SELECT count(*) FROM rule_set WHERE name = 'cn-2016-86/3'"))
                .isEqualTo(1);
    }

    @Test
    void bothTermsOfAStopAreThoseOfItsOwnRules() {
        Instant now = time.stand();
        StopOrder order = accepted();
        orderWasMadeUnderElderRules("stops,term", "\"PT30H\"");

        freeze().callBack(ICBC, Outcomes.stopped(order.getApplicationId(), now, 500));

        StopOrder stopped = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(stopped.getRuleSet()).isEqualTo(elder);
        assertThat(end(stopped)).isEqualTo(now.plus(Duration.ofHours(30)));
        freeze().officer()
                .extendStop(ExtendStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(order.getApplicationId())
                        .setReason("r")
                        .setReference("x")
                        .build());
        advanceAmendments();
        assertThat(end(freeze().order(order.getApplicationId()))).isEqualTo(now.plus(Duration.ofHours(60)));
    }

    @Test
    void budgetOfAnOrderIsThatOfItsOwnRules() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        gateway().onInquiry(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
        orderWasMadeUnderElderRules("doubt,budget", "\"PT20M\"");

        time.jump(Duration.ofMinutes(19));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
        time.jump(Duration.ofMinutes(2));
        advance();

        awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);
    }

    @Test
    void ruleSetThatWasKeptIsNeverChangedOrRemoved() {
        assertThatThrownBy(() -> database.execute("UPDATE rule_set SET content = '{}'"))
                .hasStackTraceContaining("rule_set is append-only");
        assertThatThrownBy(() -> database.execute("DELETE FROM rule_set")).hasStackTraceContaining("append-only");
    }
}
