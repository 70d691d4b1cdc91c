package org.stoppayment.recovery.attribution.grpc;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.Flow;
import org.stoppayment.proto.recovery.v1.FlowSource;
import org.stoppayment.proto.recovery.v1.OwnerKind;
import org.stoppayment.proto.recovery.v1.Share;
import org.stoppayment.recovery.attribution.application.StoredShares.Computed;
import org.stoppayment.recovery.attribution.domain.ComputedShares;
import org.stoppayment.recovery.attribution.domain.MoneyPath;
import org.stoppayment.recovery.attribution.domain.Shares;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Renders shares and how they came. */
public final class ShareWire {

    private ShareWire() {}

    /** Whose money an account holds, as it was computed. */
    public static AccountShares render(Computed computed) {
        return render(computed.shares()).toBuilder()
                .setComputedAt(CommonWire.timestamp(computed.at()))
                .setIsCurrent(computed.isCurrent())
                .build();
    }

    /** Whose money an account holds. */
    public static AccountShares render(ComputedShares shares) {
        AccountShares.Builder rendered = AccountShares.newBuilder()
                .setAccount(render(shares.account()))
                .addAllShares(render(shares.money()))
                .setIsUnique(shares.provenance().isUnique())
                .setNeedsStatement(shares.provenance().needsStatement())
                .setIsDetermined(shares.isDetermined())
                .setOpeningFen(shares.statement().openingFen())
                .setMissingFen(shares.statement().missingFen())
                .setInflows(shares.inflows());
        shares.statement().balance().ifPresent(balance -> rendered.setBalanceFen(balance.fen())
                .setBalanceAsOf(CommonWire.timestamp(balance.asOf())));
        shares.level().ifPresent(rendered::setLevel);
        return rendered.build();
    }

    /** How money came to an account. */
    public static List<Flow> render(MoneyPath path) {
        return path.steps().stream().map(ShareWire::render).toList();
    }

    /** An account, without name and kind. */
    public static Account render(AccountRef.Key account) {
        return CommonWire.account(account.institutionCode(), account.number(), "", AccountKind.UNSPECIFIED);
    }

    private static Flow render(MoneyPath.Step step) {
        Flow.Builder rendered = Flow.newBuilder()
                .setSource(
                        FlowSource.valueOf("FLOW_SOURCE_" + step.id().source().name()))
                .setSerial(step.id().serial())
                .setAmountFen(step.fen())
                .addAllShares(render(step.shares()))
                .setIsUnique(step.provenance().isUnique())
                .setNeedsStatement(step.provenance().needsStatement());
        step.payer().map(ShareWire::render).ifPresent(rendered::setPayer);
        step.payee().map(ShareWire::render).ifPresent(rendered::setPayee);
        step.at().map(CommonWire::timestamp).ifPresent(rendered::setBookedAt);
        step.level().ifPresent(rendered::setLevel);
        return rendered.build();
    }

    private static List<Share> render(Shares shares) {
        List<Share> rendered = new ArrayList<>();
        shares.byOwner()
                .forEach((owner, fen) -> rendered.add(Share.newBuilder()
                        .setOwner(OwnerKind.valueOf("OWNER_KIND_" + owner.kind().name()))
                        .setCaseId(owner.caseId().map(CaseId::toString).orElse(""))
                        .setAmountFen(fen)
                        .build()));
        return rendered;
    }
}
