package org.stoppayment.recovery.plans.grpc;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.proto.recovery.v1.MakeRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.PlanAccount;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Parses requests about plans. */
final class PlanRequests {

    private static final int MAX_ACCOUNTS = 100;
    private static final int MAX_CODE = 14;
    private static final int DEFAULT_PAGE = 100;

    private PlanRequests() {}

    static Set<AccountRef.Key> accounts(MakeRefundPlanRequest request, Officer officer) {
        OfficerChecks checks = new OfficerChecks().officer("operator", officer);
        int count = request.getAccountsCount();
        if (count < 1 || count > MAX_ACCOUNTS) {
            checks.reject("accounts", "OUT_OF_RANGE", count + " accounts", "1.." + MAX_ACCOUNTS);
        }
        for (int i = 0; i < count; i++) {
            PlanAccount account = request.getAccounts(i);
            checks.text("accounts[" + i + "].institutionCode", account.getInstitutionCode(), MAX_CODE);
            checks.text("accounts[" + i + "].accountNumber", account.getAccountNumber(), AccountNumber.MAX_CHARACTERS);
        }
        checks.refuse();
        return request.getAccountsList().stream()
                .map(account -> new AccountRef.Key(account.getInstitutionCode(), account.getAccountNumber()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Empty when the page is not full: there is none after it. */
    static String nextPageToken(List<StoredPlan> plans, int pageSize) {
        int full = pageSize == 0 ? DEFAULT_PAGE : pageSize;
        return plans.size() < full
                ? ""
                : plans.get(plans.size() - 1).plan().id().toString();
    }
}
