package org.stoppayment.system.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.ListQueriesRequest;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** Makes plans that can be submitted, each of one victim and one frozen account. */
public final class RefundablePlans {

    private static final long MAX_FEN = 10_000_000;
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private final RunningSuite suite;
    private final Random random;
    private final FreezeOffice freezes;
    private final RefundOffice refunds;

    /** @param random draws the sums */
    public RefundablePlans(RunningSuite suite, Random random) {
        this.suite = suite;
        this.random = random;
        this.freezes = new FreezeOffice(suite.clients());
        this.refunds = new RefundOffice(suite.clients());
    }

    /**
     * Plans of accounts that are frozen, with what is paid, by their ids. The institution has booked what was reported, and has told so: a statement that
     * came later would make the plans again.
     */
    public Map<String, Transfer> ofFrozenAccounts(String station, int count) {
        suite.banks().behave();
        Map<String, Transfer> cases = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Transfer transfer =
                    Reports.paid(SimulatedBanks.TEN.get(i % SimulatedBanks.TEN.size()), random.nextLong(1, MAX_FEN));
            transfer = transfer.toBuilder()
                    .setPayer(transfer.getPayer().toBuilder().setNumber(Reports.freshNumber()))
                    .build();
            String payee = transfer.getPayee().getNumber();
            suite.banks()
                    .open(BankAccount.of(
                                    transfer.getPayee().getInstitutionCode(),
                                    payee,
                                    Reports.MULE,
                                    transfer.getAmountFen())
                            .paidBy(transfer.getPayer().getNumber(), transfer.getAmountFen()));
            cases.put(suite.desk().report(reportedTo(station, transfer)), transfer);
        }
        Map<String, Freeze> ordered = new HashMap<>();
        cases.forEach((caseId, transfer) -> {
            suite.desk().awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
            freezes.file(caseId, suite.desk().getCase(caseId).getCase().getAcceptedAt());
        });
        cases.forEach((caseId, transfer) -> ordered.put(caseId, freezes.orderOnceFiled(caseId, transfer.getPayee())));
        ordered.forEach((caseId, freeze) -> {
            freezes.awaitState(freeze.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
            refunds.verifyIdentity(caseId);
        });
        await("statements of all accounts").atMost(RunningSuite.TIMEOUT).until(() -> cases.keySet().stream()
                .allMatch(this::hasStatement));
        return plansThatStay(cases);
    }

    private boolean hasStatement(String caseId) {
        return suite
                .clients()
                .queries()
                .listQueries(ListQueriesRequest.newBuilder().setCaseId(caseId).build())
                .getQueriesList()
                .stream()
                .anyMatch(query -> query.getKind() == QueryKind.QUERY_KIND_TRANSACTIONS
                        && query.getState() == QueryState.QUERY_STATE_ANSWERED
                        && query.getComplete());
    }

    /** The plans once they have been the same for some seconds: what the statements told is in them. */
    private Map<String, Transfer> plansThatStay(Map<String, Transfer> cases) {
        Map<String, Transfer> plans = new HashMap<>();
        await("plans that stay")
                .atMost(RunningSuite.TIMEOUT)
                .pollInterval(Duration.ofMillis(500))
                .during(SETTLING)
                .until(() -> {
                    Map<String, Transfer> now = new HashMap<>();
                    cases.forEach((caseId, transfer) -> now.put(
                            refunds.awaitPayable(caseId, transfer.getAmountFen())
                                    .getPlanId(),
                            transfer));
                    boolean areTheSame = now.equals(plans);
                    plans.clear();
                    plans.putAll(now);
                    return areTheSame;
                });
        return plans;
    }

    private static ReportFraudRequest reportedTo(String station, Transfer transfer) {
        ReportFraudRequest.Builder report = Reports.of(transfer).toBuilder();
        report.getOperatorBuilder().setOrganisation(station);
        return report.build();
    }
}
