package org.stoppayment.cli.command.refund.batch;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import picocli.CommandLine.Option;

/** The digest of a batch that was read before: nothing is sent when this is another one. */
final class BatchDigestOption {

    private static final String NAME = "--batch-digest";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

    @Option(
            names = NAME,
            paramLabel = "HEX",
            description =
                    "The digest of the batch that you have read, 64 hexadecimal digits. Default: that of the batch shown.")
    private @Nullable String digest;

    /** Fails when it is no digest. */
    void check() {
        if (digest != null && !DIGEST.matcher(digest.strip()).matches()) {
            throw CliException.usage(BatchText.DIGEST_INVALID, NAME, digest);
        }
    }

    /** The batch; fails when it is not the one that was read, or its digest is not that of its plans. */
    RefundBatch batch(ServiceClients clients, String batchId) {
        RefundBatch batch = Batches.get(clients, batchId);
        if (digest != null && !digest.strip().toLowerCase(Locale.ROOT).equals(batch.getDigest())) {
            throw CliException.refused(BatchText.DIGEST_DIFFERS, NAME, digest.strip(), batch.getDigest());
        }
        String ofThePlans = Batches.digest(clients, batchId);
        if (!ofThePlans.equals(batch.getDigest())) {
            throw CliException.refused(BatchText.DIGEST_UNTRUE, batch.getDigest(), ofThePlans);
        }
        return batch;
    }
}
