package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.FreezeReport;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** Freezes of one account, made up. */
final class FreezeSamples {

    static final Instant REQUESTED_AT = Instant.parse("2026-03-01T02:00:00Z");
    static final Instant EXPIRES_AT = Instant.parse("2026-09-01T02:00:00Z");
    static final Money AMOUNT = Money.ofFen(60_000_00);

    private FreezeSamples() {}

    /** A limited freeze that came to {@code state}. */
    static Freeze freeze(FreezeState state) {
        boolean held = state.holdsMoney() || state.hasEnded();
        return new Freeze(
                ApplicationId.of("018f0000-0000-7000-8000-000000000001"),
                application(Optional.empty()),
                state,
                DeliveryProgress.NONE,
                "",
                state == FreezeState.MANUAL ? "RESULT" : "",
                new FrozenSum(
                        Optional.of(AMOUNT).filter(sum -> held),
                        Optional.of(1).filter(place -> state == FreezeState.WAITING),
                        Optional.of(REQUESTED_AT).filter(began -> held),
                        Optional.of(new FrozenSum.Told(AMOUNT, REQUESTED_AT)).filter(told -> held),
                        Money.ZERO),
                EXPIRES_AT,
                Optional.of(EXPIRES_AT).filter(end -> state.hasEnded()));
    }

    static FreezeApplication application(Optional<Instant> stopEndsAt) {
        return new FreezeApplication(
                new CaseId(java.util.UUID.fromString("018f0000-0000-7000-8000-000000000002")),
                new AccountRef("102100099996", "6222020000000000018", "王五", AccountKind.BANK_PERSONAL),
                HoldMode.LIMITED,
                Optional.of(AMOUNT),
                "",
                new LegalBasis(
                        "A3101",
                        "上海市公安局",
                        "ab".repeat(32),
                        new Approver(new Officer("上海市公安局", "1"), ApprovalLevel.COUNTY)),
                false,
                new Officer("上海市公安局", "2"),
                REQUESTED_AT,
                AMOUNT,
                stopEndsAt.map(end -> ApplicationId.of("018f0000-0000-7000-8000-000000000003")),
                stopEndsAt,
                stopEndsAt.isPresent(),
                "cn-criminal-procedure-2020/2");
    }

    /** The institution's word that the freeze holds {@code fen}. */
    static FreezeEvent held(String code, long fen) {
        return event(
                code.equals("1200") ? FreezeEvent.Kind.HELD_PARTLY : FreezeEvent.Kind.HELD,
                code,
                new FreezeReport(
                        Optional.of(REQUESTED_AT.plusSeconds(5)), Optional.of(Money.ofFen(fen)), Optional.empty()));
    }

    /** The institution's word that the freeze waits. */
    static FreezeEvent inLine(int place) {
        return event(
                FreezeEvent.Kind.PUT_IN_LINE,
                "1303",
                new FreezeReport(Optional.empty(), Optional.empty(), Optional.of(place)));
    }

    private static FreezeEvent event(FreezeEvent.Kind kind, String code, FreezeReport report) {
        return new FreezeEvent(kind, Optional.of(new ResultCode(code)), "", report);
    }
}
