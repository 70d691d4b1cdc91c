package org.stoppayment.cli.command.refund.batch;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.recovery.v1.GetRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchLinesRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchLinesResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLine;

/** Reads batches. */
final class Batches {

    private static final int PAGE = 200;

    private Batches() {}

    /** The batch, as it is now. */
    static RefundBatch get(ServiceClients clients, String batchId) {
        return clients.batches()
                .getRefundBatch(
                        GetRefundBatchRequest.newBuilder().setBatchId(batchId).build())
                .getBatch();
    }

    /** The batch; empty when there is none. */
    static Optional<RefundBatch> find(ServiceClients clients, String batchId) {
        try {
            return Optional.of(get(clients, batchId));
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The digest of the plans that the batch has, made from them here: SHA-256 of a line {@code id digest} for each, in order. */
    static String digest(ServiceClients clients, String batchId) {
        String text = lines(clients, batchId).stream()
                .map(line -> line.getPlanId() + " " + line.getPlanDigest() + "\n")
                .sorted()
                .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missingFromTheJdk) {
            throw new IllegalStateException(missingFromTheJdk);
        }
    }

    private static List<RefundBatchLine> lines(ServiceClients clients, String batchId) {
        List<RefundBatchLine> lines = new ArrayList<>();
        String token = "";
        do {
            ListRefundBatchLinesResponse page = clients.batches()
                    .listRefundBatchLines(ListRefundBatchLinesRequest.newBuilder()
                            .setBatchId(batchId)
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            lines.addAll(page.getLinesList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return lines;
    }
}
