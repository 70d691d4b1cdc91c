package org.stoppayment.recovery.watch.grpc;

import java.util.List;
import org.stoppayment.proto.recovery.v1.WatchedPayout;
import org.stoppayment.proto.recovery.v1.WatchedPlan;
import org.stoppayment.recovery.attribution.grpc.ShareWire;
import org.stoppayment.recovery.eligibility.grpc.VictimWire;
import org.stoppayment.recovery.notices.application.CheckingReadiness.Checked;
import org.stoppayment.recovery.notices.grpc.NoticeWire;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.grpc.PlanWire;
import org.stoppayment.recovery.watch.application.RecoverySnapshot;

/** Renders what a victim may get back. */
final class RecoverySnapshotWire {

    private RecoverySnapshotWire() {}

    static org.stoppayment.proto.recovery.v1.RecoverySnapshot render(String caseId, RecoverySnapshot snapshot) {
        return org.stoppayment.proto.recovery.v1.RecoverySnapshot.newBuilder()
                .setVictim(VictimWire.render(snapshot.victim()))
                .addAllAccounts(
                        snapshot.accounts().stream().map(ShareWire::render).toList())
                .addAllPlans(snapshot.plans().stream()
                        .map(plan -> render(caseId, plan))
                        .toList())
                .build();
    }

    private static WatchedPlan render(String caseId, Checked plan) {
        return WatchedPlan.newBuilder()
                .setPlan(PlanWire.summarize(plan.stored()))
                .addAllPayouts(plan.stored().plan().accounts().stream()
                        .flatMap(account -> payouts(caseId, account).stream())
                        .toList())
                .addAllBlockers(NoticeWire.blockers(plan.readiness()))
                .build();
    }

    private static List<WatchedPayout> payouts(String caseId, PlannedAccount account) {
        return account.payouts().stream()
                .filter(each -> each.payout().claim().caseId().toString().equals(caseId))
                .map(each -> WatchedPayout.newBuilder()
                        .setInstitutionCode(account.shares().account().institutionCode())
                        .setAccountNumber(account.shares().account().number())
                        .setPayout(PlanWire.render(each))
                        .build())
                .toList();
    }
}
