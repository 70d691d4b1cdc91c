package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;
import org.stoppayment.simulator.behaviour.Mode;
import org.stoppayment.simulator.view.AccountView;

class WorldTest extends SimulatorTest {

    private static final String SECOND_MULE = "6217000000000000228";

    static Stream<Path> publicCases() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("cases"))) {
            List<Path> worlds = files.filter(file -> file.toString().endsWith(".world.json"))
                    .sorted()
                    .toList();
            assertThat(worlds).hasSizeGreaterThanOrEqualTo(5);
            return worlds.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("publicCases")
    void everyPublicCaseLoads(Path world) throws IOException {
        assertThat(simulator.loadWorld(world)).isNotEmpty();
    }

    @Test
    void allPublicCasesLoadOnTopOfEachOther() throws IOException {
        for (Path world : publicCases().toList()) {
            simulator.loadWorld(world);
        }

        assertThat(balanceFen("6217000000000000228"))
                .as("Fuzhou, after the first move")
                .isEqualTo(11_800_000);
        assertThat(balanceFen("6214830000000000239")).as("Fuzhou, onward").isEqualTo(6_000_000);
        assertThat(balanceFen("6217990000000000329"))
                .as("Suzhou, after the purchase")
                .isEqualTo(2_995_000);
        assertThat(balanceFen("446777012345")).as("Shanghai").isEqualTo(400_000_000);
        assertThat(simulator.institutionView(ALIPAY).mode()).isEqualTo(Mode.ASYNC);
    }

    @Test
    void ningboBalancesAddUpAfterTenLevels() throws IOException {
        simulator.loadWorld(ROOT.resolve("cases/ningbo-ten-levels-6m.world.json"));

        long sum = Stream.of(
                        "1016", "1022", "1036", "1044", "1059", "1062", "1073", "1084", "1095", "1107", "1115", "1121",
                        "1135", "1143", "1158", "1161", "1172", "1183", "1194", "1206", "1214", "1220", "1234", "1242",
                        "1257")
                .mapToLong(WorldTest::ningboBalance)
                .sum();
        assertThat(sum)
                .as("the victim's 6,000,000.00, and 3,700,000.00 of the last mules' own")
                .isEqualTo(970_000_000);
    }

    private static long ningboBalance(String lastDigits) {
        for (String bin : new String[] {
            "622202", "622848", "621661", "621700", "622262", "622908", "621483", "622909", "622521", "621799"
        }) {
            List<AccountView> found = simulator.accounts(bin + "000000000" + lastDigits);
            if (!found.isEmpty()) {
                return found.get(0).balanceFen();
            }
        }
        throw new AssertionError("no account ends with " + lastDigits);
    }

    @Test
    void loadingAWorldTwiceChangesNothing() {
        mule();
        mule();

        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_000);
        assertThat(balanceFen(SECOND_MULE)).isEqualTo(4_000_000);
        ObjectNode order = stopMule();
        Orders.listing(order, 14_000_000L, "2022-03-01T06:00:20Z", null);
        assertThat(client.send(order).mismatched())
                .as("one deposit answers for one transfer")
                .containsExactly("transfers[1].amountFen", "transfers[1].transferredAt");
    }

    @Test
    void newDepositIntoAKnownAccountAddsToItsBalance() {
        mule();

        load("""
            {'institutions': [], 'accounts': [{'institutionCode': '103100000026', 'number': '6228480000000000125',
                'name': '卡主甲', 'balanceFen': '777'}],
             'deposits': [{'serial': 'D-2', 'to': '6228480000000000125', 'amountFen': '500', 'at': '2022-03-01T07:00:00Z'}]}
            """);

        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_500);
    }

    @Test
    void worldMayUseAnAccountOfAnEarlierOne() {
        mule();

        load("{'institutions': [], 'accounts': [], 'deposits': [{'serial': 'D-9', 'to': '6217000000000000228',"
                + " 'amountFen': 7, 'at': '2022-03-01T07:00:00Z'}]}");

        assertThat(balanceFen(SECOND_MULE)).isEqualTo(4_000_007);
    }

    @Test
    void sameNumberAtTwoInstitutionsIsTwoAccounts() {
        String accounts = """
            {'institutions': [], 'accounts': [
                {'institutionCode': '103100000026', 'number': '6228480000000000125', 'name': '甲', 'balanceFen': 1},
                {'institutionCode': '105100000017', 'number': '6228480000000000125', 'name': '乙', 'balanceFen': 2}],
             'deposits': [{'serial': 'D', 'to': '6228480000000000125', 'amountFen': 1, 'at': '2022-03-01T07:00:00Z'%s}]}
            """;

        assertThat(violations(accounts.formatted(""))).containsExactly("deposits[0].to AMBIGUOUS");
        load(accounts.formatted(", 'toInstitutionCode': '105100000017'"));

        assertThat(simulator.accounts(MULE_NUMBER))
                .extracting(AccountView::balanceFen)
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(client.send(Orders.listing(Orders.stop(CCB, MULE_NUMBER, "乙"), 1L, null, null))
                        .code())
                .isEqualTo("0000");
    }

    @Test
    void allErrorsOfAWorldAreReportedAtOnceAndNothingIsLoaded() {
        List<String> violations = violations("""
            {'institutions': [{'code': '999', 'mode': 'SYNC'}, {'code': '103100000026', 'mode': 'PULL'},
                              {'code': '105100000017', 'mode': 'ASYNC', 'responseMillis': [80, 20]}],
             'accounts': [{'institutionCode': '103100000026', 'number': '6228480000000000125', 'name': '甲', 'balanceFen': '100'},
                          {'institutionCode': '103100000026', 'number': '6228480000000000125', 'name': '甲', 'balanceFen': '100'},
                          {'institutionCode': '999', 'number': '1', 'name': '乙', 'balanceFen': '-1', 'kind': 'PIGGY_BANK'},
                          {'institutionCode': '103100000026', 'number': '6299990000000000012', 'balanceFen': '1.5'}],
             'deposits': [{'serial': 'D', 'to': '42', 'amountFen': '0', 'at': 'noon'}],
             'moves': [{'afterSeconds': 'soon', 'kind': 'GIFT', 'from': '43', 'amountFen': '1'},
                       {'afterSeconds': 1, 'kind': 'TRANSFER', 'from': '6228480000000000125', 'amountFen': '1',
                        'serial': 'M', 'to': '44'},
                       {'afterSeconds': 1, 'kind': 'CASH', 'from': '6228480000000000125', 'amountFen': '1', 'serial': 'M'},
                       {'afterSeconds': 2, 'kind': 'CASH', 'from': '6228480000000000125', 'amountFen': '1', 'serial': 'M'}]}
            """);

        assertThat(violations)
                .containsExactlyInAnyOrder(
                        "institutions[0].code UNKNOWN",
                        "institutions[1].mode NOT_BUILT",
                        "institutions[2].responseMillis OUT_OF_RANGE",
                        "accounts[1].number DUPLICATE",
                        "accounts[2].institutionCode UNKNOWN",
                        "accounts[2].balanceFen OUT_OF_RANGE",
                        "accounts[2].kind UNKNOWN",
                        "accounts[3].number RESERVED",
                        "accounts[3].name MISSING",
                        "accounts[3].balanceFen WRONG_FORM",
                        "deposits[0].to UNKNOWN",
                        "deposits[0].amountFen OUT_OF_RANGE",
                        "deposits[0].at WRONG_FORM",
                        "moves[0].afterSeconds WRONG_FORM",
                        "moves[0].kind UNKNOWN",
                        "moves[0].serial MISSING",
                        "moves[0].from UNKNOWN",
                        "moves[1].to UNKNOWN",
                        "moves[3].serial DUPLICATE");
        assertThat(simulator.accounts(MULE_NUMBER)).isEmpty();
    }

    @Test
    void knownAccountOrDepositWithOtherContentIsRefused() {
        mule();

        assertThat(violations(MULE.replace("卡主甲", "卡主丙"))).containsExactly("accounts[0].name DIFFERS");
        assertThat(violations(MULE.replace("'14000000', 'at'", "'13000000', 'at'")))
                .containsExactly("deposits[0].amountFen DIFFERS");
    }

    @Test
    void bodyThatIsNotAJsonObjectIsRefused() {
        assertThatThrownBy(() -> load("[]")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> load("{")).isInstanceOf(InvalidInput.class);
        assertThat(violations("{}")).containsExactlyInAnyOrder("institutions MISSING", "accounts MISSING");
    }

    private static List<String> violations(String world) {
        return catchThrowableOfType(InvalidInput.class, () -> load(world)).violations().stream()
                .map((Violation each) -> each.field() + " " + each.code())
                .toList();
    }
}
