package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;

class RoutingTest {

    private static final String ICBC = "102100099996";
    private static final String ABC = "103100000026";
    private static final String BOC = "104100000004";
    private static final String ELSEWHERE = "403100000004";

    private final Routing routing = new Routing(List.of(
            new Routing.Institution(ICBC, List.of("622202", "6222")),
            new Routing.Institution(ABC, List.of("62220287", "622848")),
            new Routing.Institution(BOC, List.of("6228481234", "621"))));

    @Test
    void codeThatIsConnectedDecides() {
        assertThat(to(ABC, "6222020000000000018").institutionCode()).contains(ABC);
    }

    @Test
    void withoutACodeTheLongestBinDecides() {
        assertThat(to("", "6222990000000000000").institutionCode()).contains(ICBC);
        assertThat(to("", "6222020000000000018").institutionCode()).contains(ICBC);
        assertThat(to("", "6222028700000000000").institutionCode()).contains(ABC);
        assertThat(to("", "6228481234567890000").institutionCode()).contains(BOC);
        assertThat(to("", "6228489999999999999").institutionCode()).contains(ABC);
    }

    @Test
    void codeThatIsNotConnectedIsNeverOverruledByTheBin() {
        Route route = to(ELSEWHERE, "6222020000000000018");

        assertThat(route.institutionCode()).isEmpty();
        assertThat(route.reason()).isEqualTo("NOT_CONNECTED");
        assertThat(route.candidates()).containsExactly(ICBC);
    }

    @Test
    void withoutCodeAndBinAPersonChoosesAmongThoseThatResembleIt() {
        Route route = to("", "6228000000000000000");

        assertThat(route.institutionCode()).isEmpty();
        assertThat(route.reason()).isEqualTo("NO_ROUTE");
        assertThat(route.candidates()).containsExactlyInAnyOrder(ABC, BOC);
    }

    @Test
    void numberThatResemblesNoneHasNoCandidates() {
        assertThat(to("", "9999000000000000").candidates()).isEmpty();
        assertThat(to("", "622").candidates()).isEmpty();
        assertThat(to("", "someone@example").reason()).isEqualTo("NO_ROUTE");
    }

    private Route to(String code, String number) {
        return routing.to(new AccountRef(code, number, "", AccountKind.UNSPECIFIED));
    }
}
