package org.stoppayment.cli.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.Expected.ExpectedAccount;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Compares a case with its expectation. */
public final class Comparison {

    private final List<Difference> differences = new ArrayList<>();

    private Comparison() {}

    /** Every difference, in the order of the expectation. */
    public static List<Difference> of(Expected expected, CaseProgress progress) {
        Comparison comparison = new Comparison();
        comparison.accounts(expected, progress);
        comparison.totals(expected, progress);
        return List.copyOf(comparison.differences);
    }

    private void accounts(Expected expected, CaseProgress progress) {
        Map<String, StopOrder> newest = new LinkedHashMap<>();
        progress.getOrdersList().forEach(order -> newest.put(order.getAccount().getNumber(), order));
        Set<String> listed = new LinkedHashSet<>();
        for (ExpectedAccount account : expected.accounts()) {
            listed.add(account.number());
            account(account, newest.get(account.number()));
        }
        newest.forEach((number, order) -> {
            if (!listed.contains(number)) {
                add(number, Difference.ORDER, Difference.NONE, OrderStates.name(order.getState()));
            }
        });
    }

    private void account(ExpectedAccount expected, @Nullable StopOrder order) {
        String number = expected.number();
        if (order == null) {
            add(number, Difference.ORDER, expected.state(), Difference.NONE);
            return;
        }
        compare(number, "level", expected.level(), order.getLevel());
        compare(number, "state", expected.state(), OrderStates.name(order.getState()));
        compare(number, "taintedHeldFen", expected.taintedHeldFen(), order.getTaintedHeldFen());
        compare(number, "balanceHeldFen", expected.balanceHeldFen(), order.getBalanceHeldFen());
    }

    private void totals(Expected expected, CaseProgress progress) {
        total("reportedFen", expected.reportedFen(), progress.getReportedFen());
        total("taintedHeldFen", expected.taintedHeldFen(), progress.getTaintedHeldFen());
        total("balanceHeldFen", expected.balanceHeldFen(), progress.getBalanceHeldFen());
        total("cashFen", expected.cashFen(), progress.getCashFen());
        total("merchantFen", expected.merchantFen(), progress.getMerchantFen());
        total("restoredFen", expected.restoredFen(), progress.getRestoredFen());
        total("frozenFen", expected.frozenFen(), progress.getFrozenFen());
        total("levels", expected.levels(), progress.getLevels());
    }

    private void total(String field, @Nullable Object expected, Object actual) {
        if (expected != null) {
            compare(Difference.TOTAL, field, expected, actual);
        }
    }

    private void compare(String subject, String field, Object expected, Object actual) {
        if (!expected.toString().equals(actual.toString())) {
            add(subject, field, expected.toString(), actual.toString());
        }
    }

    private void add(String subject, String field, String expected, String actual) {
        differences.add(new Difference(subject, field, expected, actual));
    }
}
