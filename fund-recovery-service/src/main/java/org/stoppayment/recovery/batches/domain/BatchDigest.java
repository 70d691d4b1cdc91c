package org.stoppayment.recovery.batches.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The digest of a batch: whoever submits, approves or pays a batch says with it which plans, and what each of them says. */
public final class BatchDigest {

    private BatchDigest() {}

    /** SHA-256 of a line {@code id digest} for each plan, in the order of the ids, as hexadecimal digits. */
    public static String of(List<BatchPlan> plans) {
        String text = plans.stream()
                .map(plan -> plan.planId() + " " + plan.planDigest() + "\n")
                .sorted()
                .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
