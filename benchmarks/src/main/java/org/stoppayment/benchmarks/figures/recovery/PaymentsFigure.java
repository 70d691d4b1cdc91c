package org.stoppayment.benchmarks.figures.recovery;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stoppayment.benchmarks.figures.Figure;
import org.stoppayment.benchmarks.harness.BareAnswers;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.CpuTable;
import org.stoppayment.benchmarks.harness.Samples;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.CreateRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.PayRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchRequest;

/**
 * A batch of 1,000 approved plans is paid, and the institutions take 50 ms for each payment: from the order to pay until all receipts are stored, beside
 * the institutions' own time for as many payments with as many at once. All at one institution, and at ten.
 */
public final class PaymentsFigure {

    private static final int PLANS = 1_000;
    private static final int ANSWER_MILLIS = 50;
    private static final double AIM = 1.5;
    private static final String RECOVERY = "stoppayment_recovery";
    private static final String FREEZE = "stoppayment_freeze";
    private static final String DIGEST = "a1".repeat(32);

    /** As config/institutions.yaml and PaymentConfig have them. */
    private static final int CONCURRENCY_OF_AN_INSTITUTION = 64;

    private static final int CALLS_PER_SECOND = 500;
    private static final int MAX_IN_FLIGHT = 100;
    private static final int TEN = 10;

    private static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("Shanghai police")
            .setBadgeNumber("100234")
            .build();

    /** Each victim paid 100 yuan into an account of its own, which is frozen; nothing stands in the way. */
    private static final String FACTS = """
            WITH numbered AS (
                SELECT i, md5('case %1$d ' || i)::uuid AS case_id, md5('hold %1$d ' || i)::uuid AS hold_id,
                       (%1$d * 1000000 + i)::text AS serial, (ARRAY[%3$s])[1 + i %% %4$d] AS code,
                       '{"organisation":"police","badgeNumber":"1"}' AS person
                FROM generate_series(1, %2$d) i),
            paid AS (
                INSERT INTO reported_transfer (transfer_id, revision, case_id, payer_institution_code, payer_number, payer_name, payer_kind,
                        institution_code, account_number, account_name, account_kind, amount_fen, transferred_at, serial, is_loss)
                SELECT gen_random_uuid(), 1, case_id, '103100000026', '6228' || serial, '张三', 'BANK_PERSONAL', code, '6222' || serial,
                       '李四', 'BANK_PERSONAL', 10000, now() - interval '2 days', '', true
                FROM numbered),
            cases AS (
                INSERT INTO recovery_case (case_id, victim_name, status_revision, filing_number, filing_organisation, filed_at, organisation,
                        received_at)
                SELECT case_id, '张三', 1, '2026-8', 'police', now() - interval '1 day', 'figure %1$d', now() - interval '2 days'
                FROM numbered),
            victims AS (
                INSERT INTO victim (case_id, identity_document_digest, identity_verified_at, identity_verified_by, version)
                SELECT case_id, md5(case_id::text) || md5('x' || case_id), now(), person, 0 FROM numbered),
            balances AS (
                INSERT INTO balance (application_id, revision, institution_code, account_number, balance_fen, as_of)
                SELECT gen_random_uuid(), 1, code, '6222' || serial, 10000, now() - interval '1 day' FROM numbered),
            holds AS (
                INSERT INTO hold (hold_id, revision, case_id, institution_code, account_number, account_name, account_kind, measure,
                        is_in_effect, held_fen, began_at, expires_at, approval_level)
                SELECT hold_id, 1, case_id, code, '6222' || serial, '李四', 'BANK_PERSONAL', 'FREEZE', true, 10000,
                       now() - interval '1 day', now() + interval '170 days', 'CITY'
                FROM numbered)
            INSERT INTO attributed_account (institution_code, account_number, revision, due_at)
            SELECT code, '6222' || serial, 1, now() FROM numbered
            """;

    /** The same freezes, where account-freeze keeps them, with the claims of their cases: what is returned is booked there, and told to the books. */
    private static final String FREEZES = """
            WITH numbered AS (
                SELECT md5('case %1$d ' || i)::uuid AS case_id, md5('hold %1$d ' || i)::uuid AS hold_id,
                       (%1$d * 1000000 + i)::text AS serial, (ARRAY[%3$s])[1 + i %% %4$d] AS code,
                       '{"organisation":"police","badgeNumber":"1"}' AS person
                FROM generate_series(1, %2$d) i),
            reports AS (
                INSERT INTO inbox (event_id, case_id, received_at, reason, organisation, badge_number, victim_name, status_due)
                SELECT gen_random_uuid(), case_id, now() - interval '2 days', 'OTHER', 'police', '1', '张三', false FROM numbered),
            paid AS (
                INSERT INTO reported_transfer (transfer_id, case_id, institution_code, account_number, account_name, account_kind, amount_fen,
                        transferred_at, serial, payer_institution_code, payer_number, payer_name, reported_at, unpublished)
                SELECT gen_random_uuid(), case_id, code, '6222' || serial, '李四', 'BANK_PERSONAL', 10000, now() - interval '2 days', '',
                       '103100000026', '6228' || serial, '张三', now() - interval '2 days', false
                FROM numbered),
            traces AS (INSERT INTO trace (case_id, version, nodes) SELECT case_id, 1, 1 FROM numbered),
            claims AS (
                INSERT INTO claim (case_id, institution_code, account_number, account_name, account_kind, level, reported_fen, frozen_fen,
                        claimed_at, revision, traced_revision, ended_at, end_details, freeze_id, freeze_began_at, freeze_fen)
                SELECT case_id, code, '6222' || serial, '李四', 'BANK_PERSONAL', 1, 10000, 10000, now() - interval '2 days', 1, 1,
                       now() - interval '1 day', '{"cause":"FROZEN","reason":"","reference":"","organisation":"police","badgeNumber":"1"}',
                       hold_id, now() - interval '1 day', 10000
                FROM numbered)
            INSERT INTO freeze_order (application_id, case_id, institution_code, account_number, account_name, account_kind,
                    mode, amount_fen, reason, filing_number, filing_organisation, document_digest, approved_by, approval_level,
                    major_case, ordered_by, requested_at, tainted_fen, ends_stop, rule_set, state, attempts, failures,
                    result_code, manual_reason, frozen_fen, told_fen, told_at, began_at, expires_at, timeline, due_at, version)
            SELECT hold_id, case_id, code, '6222' || serial, '李四', 'BANK_PERSONAL', 'LIMITED', 10000, '',
                   '2026-8', 'police', repeat('a1', 32), person, 'CITY', false, person, now() - interval '1 day', 10000, false,
                   'r', 'IN_EFFECT', 1, 0, '0000', '', 10000, 10000, now() - interval '1 day', now() - interval '1 day',
                   now() + interval '170 days', '[]', now() + interval '100 days', 0
            FROM numbered
            """;

    private static final String DUE = """
            SELECT -(SELECT count(*) FROM attributed_account WHERE due_at IS NOT NULL OR draft_due_at IS NOT NULL)
                   -(SELECT count(*) FROM victim WHERE plans_due_at IS NOT NULL)
            """;

    private final Bench bench;
    private final ServiceClients clients;
    private final Ids ids = new Ids(SystemTime.SOURCE);
    private int batches;

    private PaymentsFigure(Bench bench, ServiceClients clients) {
        this.bench = bench;
        this.clients = clients;
    }

    public static void measure(Bench bench, Figure figure) {
        bench.banks().payAfter(ANSWER_MILLIS);
        try (ServiceClients clients = ServiceClients.of(bench.suite())) {
            PaymentsFigure payments = new PaymentsFigure(bench, clients);
            payments.pay(payments.approved(1)); // warms up
            payments.pay(payments.approved(TEN));
            payments.measure(figure, 1, CONCURRENCY_OF_AN_INSTITUTION);
            payments.measure(figure, TEN, MAX_IN_FLIGHT);
        }
    }

    private void measure(Figure figure, int institutions, int atOnce) {
        bench.out()
                .printf(
                        "%n%d approved plans are paid at %d institution(s) that take %d ms; floor: bare answers, %d at once, %d calls/s each%n",
                        PLANS, institutions, ANSWER_MILLIS, atOnce, CALLS_PER_SECOND);
        bench.out()
                .printf(
                        "  %-5s %9s %11s %9s %9s   %s%n",
                        "round", "floor s", "ordered s", "paid s", "ratio", "CPU ms/plan");
        double[] ratios = new double[figure.rounds()];
        for (int round = 0; round < figure.rounds(); round++) {
            RefundBatch batch = approved(institutions);
            double floor = new BareAnswers(bench.banks())
                    .seconds(IntStream.range(0, institutions).boxed().toList(), PLANS, atOnce, CALLS_PER_SECOND);
            Map<String, Long> before = bench.cpuMillis();
            Taken taken = pay(batch);
            ratios[round] = Samples.ratio(taken.paidSeconds(), floor);
            bench.out()
                    .printf(
                            "  %-5d %9.2f %11.2f %9.2f %9.2f   %s%n",
                            round + 1,
                            floor,
                            taken.orderedSeconds(),
                            taken.paidSeconds(),
                            ratios[round],
                            CpuTable.perReport(before, bench.cpuMillis(), PLANS));
        }
        bench.out().printf("  median %.2f of the institutions' own time (aim %.1f)%n", Samples.median(ratios), AIM);
    }

    /** Makes a batch of plans and has it approved. */
    private RefundBatch approved(int institutions) {
        int number = ++batches;
        String codes = IntStream.range(0, institutions)
                .mapToObj(position -> "'" + bench.code(position) + "'")
                .collect(Collectors.joining(","));
        bench.execute(FREEZE, FREEZES.formatted(number, PLANS, codes, institutions));
        bench.execute(RECOVERY, FACTS.formatted(number, PLANS, codes, institutions));
        bench.await("plans made, or so many missing", () -> bench.number(RECOVERY, DUE), 0);
        bench.execute(RECOVERY, "ANALYZE");
        BatchCriteria criteria =
                BatchCriteria.newBuilder().setStation("figure " + number).build();
        String digest = clients.batches()
                .previewRefundBatch(PreviewRefundBatchRequest.newBuilder()
                        .setCriteria(criteria)
                        .build())
                .getDigest();
        RefundBatch batch = clients.batches()
                .createRefundBatch(CreateRefundBatchRequest.newBuilder()
                        .setBatchId(ids.next().toString())
                        .setCriteria(criteria)
                        .setDigest(digest)
                        .setOperator(OFFICER)
                        .build())
                .getBatch();
        if (batch.getPlans() != PLANS) {
            throw new IllegalStateException("plans: " + batch.getPlans() + " (expected: " + PLANS + ")");
        }
        approve(batch);
        return batch;
    }

    private void approve(RefundBatch batch) {
        clients.batches()
                .submitRefundBatch(SubmitRefundBatchRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .setDigest(batch.getDigest())
                        .setOperator(OFFICER)
                        .build())
                .forEachRemaining(result -> {});
        clients.batches()
                .approveRefundBatch(ApproveRefundBatchRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .setDigest(batch.getDigest())
                        .setDocumentDigest(DIGEST)
                        .setApprover(Approver.newBuilder()
                                .setOrganisation("Shanghai police")
                                .setBadgeNumber("000001")
                                .setLevel(ApprovalLevel.APPROVAL_LEVEL_CITY))
                        .build())
                .forEachRemaining(result -> {});
    }

    private record Taken(double orderedSeconds, double paidSeconds) {}

    /** Pays a batch, and waits until what follows from it is done. */
    private Taken pay(RefundBatch batch) {
        long begin = System.nanoTime();
        clients.batches()
                .payRefundBatch(PayRefundBatchRequest.newBuilder()
                        .setBatchId(batch.getBatchId())
                        .setDigest(batch.getDigest())
                        .setOperator(OFFICER)
                        .build())
                .forEachRemaining(result -> {});
        double ordered = (System.nanoTime() - begin) / 1e9;
        bench.await(
                "paid",
                () -> bench.number(
                        RECOVERY,
                        "SELECT count(*) FROM refund_payment JOIN refund_batch_plan USING (plan_id) WHERE state = 'PAID' AND batch_id = '"
                                + batch.getBatchId() + "'"),
                PLANS);
        double paid = (System.nanoTime() - begin) / 1e9;
        bench.await("followed up, or so many missing", () -> bench.number(RECOVERY, DUE), 0);
        bench.awaitHandedOver();
        return new Taken(ordered, paid);
    }
}
