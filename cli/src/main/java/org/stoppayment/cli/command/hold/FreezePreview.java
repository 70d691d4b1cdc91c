package org.stoppayment.cli.command.hold;

import java.util.Optional;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.text.TextKey;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;

/** What a freeze would be, before it is ordered. Masking is up to the caller. */
final class FreezePreview {

    private FreezePreview() {}

    /** The account and the sum. {@code proposedFen} is the case's money there, as far as it is known. */
    static void account(Console console, OrderFreezeRequest order, Optional<Long> proposedFen) {
        console.progress(console.text(HoldText.WOULD_BE_ORDERED));
        line(
                console,
                HoldText.WOULD_FREEZE,
                order.getAccountNumber(),
                console.vocabulary().institution(order.getInstitutionCode()));
        line(console, HoldText.WOULD_HOLD, sum(console, order, proposedFen));
    }

    private static String sum(Console console, OrderFreezeRequest order, Optional<Long> proposedFen) {
        if (order.getMode() == FreezeMode.FREEZE_MODE_FULL) {
            return console.text(HoldText.WHOLE_ACCOUNT);
        }
        if (order.hasAmountFen()) {
            return console.text(HoldText.LIMITED_TO, Formats.yuan(order.getAmountFen()));
        }
        return proposedFen
                .map(fen -> console.text(HoldText.CASE_MONEY_NOW, Formats.yuan(fen)))
                .orElseGet(() -> console.text(HoldText.CASE_MONEY));
    }

    /** The term, and what the freeze rests on. */
    static void terms(Console console, OrderFreezeRequest order) {
        line(console, HoldText.WOULD_LAST, order.getMajorCase() ? 1 : 0);
        if (!order.getReason().isEmpty()) {
            line(console, HoldText.WOULD_SAY, order.getReason());
        }
        basis(console, order.getDocumentDigest(), order.getApprover());
    }

    /** The document and the approver of an order. */
    static void basis(Console console, String digest, Approver approver) {
        line(console, HoldText.WOULD_REST_ON, digest);
        line(console, HoldText.WOULD_BE_APPROVED, approver(console, approver));
    }

    /** Who approved, with the level. */
    static String approver(Console console, Approver approver) {
        return console.text(
                HoldText.APPROVER,
                (approver.getOrganisation() + " " + approver.getBadgeNumber()).strip(),
                console.vocabulary().value(approver.getLevel()));
    }

    private static void line(Console console, TextKey text, Object... arguments) {
        console.progress(console.fitted(console.text(text, arguments)));
    }
}
