package org.stoppayment.cli.command.refund.payment;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.recovery.v1.GetRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import picocli.CommandLine.Option;

/** The digest of a plan that was read before: nothing is sent when the plan says something else by now. */
public final class PlanDigestOption {

    private static final String NAME = "--plan-digest";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

    @Option(
            names = NAME,
            paramLabel = "HEX",
            description =
                    "The digest of the plan that you have read, 64 hexadecimal digits. Default: that of the plan shown.")
    private @Nullable String digest;

    /** Fails when it is no digest. */
    void check() {
        if (digest != null && !DIGEST.matcher(digest.strip()).matches()) {
            throw CliException.usage(PaymentText.DIGEST_INVALID, NAME, digest);
        }
    }

    /** The plan, as it is now; fails when it is not the one that was read. */
    RefundPlan plan(ServiceClients clients, String planId) {
        RefundPlan plan = clients.refunds()
                .getRefundPlan(
                        GetRefundPlanRequest.newBuilder().setPlanId(planId).build())
                .getPlan();
        if (digest != null && !digest.strip().toLowerCase(Locale.ROOT).equals(plan.getDigest())) {
            throw CliException.refused(PaymentText.DIGEST_DIFFERS, NAME, digest.strip(), plan.getDigest());
        }
        return plan;
    }
}
