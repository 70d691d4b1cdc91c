package org.stoppayment.system.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.output.Json;
import org.stoppayment.kernel.SystemTime;

/**
 * An account for a simulated institution to hold.
 *
 * @param balanceFen what is on it now, the deposits included
 * @param deposits what came into it two minutes ago
 */
public record BankAccount(String institutionCode, String number, String name, long balanceFen, List<Deposit> deposits) {

    private static final int AGE_SECONDS = 120;

    /**
     * A transfer into an account.
     *
     * @param from account number of the payer
     */
    public record Deposit(String from, long amountFen) {}

    public BankAccount {
        deposits = List.copyOf(deposits);
    }

    /** An account into which nothing came. */
    public static BankAccount of(String institutionCode, String number, String name, long balanceFen) {
        return new BankAccount(institutionCode, number, name, balanceFen, List.of());
    }

    /** The same account after a transfer into it, which its balance has already. */
    public BankAccount paidBy(String from, long amountFen) {
        List<Deposit> more = new ArrayList<>(deposits);
        more.add(new Deposit(from, amountFen));
        return new BankAccount(institutionCode, number, name, balanceFen, more);
    }

    /** The world of this account alone. */
    JsonNode world() {
        String at = SystemTime.SOURCE.instant().minusSeconds(AGE_SECONDS).toString();
        List<Map<String, String>> transfers = new ArrayList<>();
        for (Deposit deposit : deposits) {
            transfers.add(Map.of(
                    "serial",
                    "D" + transfers.size() + number,
                    "from",
                    deposit.from(),
                    "to",
                    number,
                    "amountFen",
                    Long.toString(deposit.amountFen()),
                    "at",
                    at));
        }
        return Json.MAPPER.valueToTree(Map.of(
                "institutions", List.of(Map.of("code", institutionCode, "mode", "SYNC")),
                "accounts",
                        List.of(Map.of(
                                "institutionCode", institutionCode,
                                "number", number,
                                "name", name,
                                "kind", "ACCOUNT_KIND_BANK_PERSONAL",
                                "balanceFen", Long.toString(balanceFen))),
                "deposits", transfers,
                "moves", List.of()));
    }
}
