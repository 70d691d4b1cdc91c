package org.stoppayment.recovery.reports;

import com.google.protobuf.Timestamp;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresResponse;
import org.stoppayment.proto.recovery.v1.RecoveryDimension;
import org.stoppayment.proto.recovery.v1.ReportServiceGrpc;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.FactEvents;
import org.stoppayment.recovery.testkit.Moves;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Cases whose calls came in a period that no other test uses. */
abstract class ReportFixture {

    private static final AtomicInteger YEARS = new AtomicInteger(1900);
    private static final Duration PERIOD = Duration.ofDays(365);

    TcpProxy link;

    /** First moment of the period. */
    final Instant start = Instant.parse(YEARS.incrementAndGet() + "-01-01T00:00:00Z");

    Books books;
    RecoveryClient client;

    @BeforeEach
    void connect() {
        books = new Books(link);
        client = new RecoveryClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    /** A case whose call came so many days after the start, and what its money did. */
    String called(int day, String station, FundsMovement... movements) {
        return called(start.plus(Duration.ofDays(day)), station, movements);
    }

    String called(Instant at, String station, FundsMovement... movements) {
        String caseId = Moves.newId();
        client.deliver(FactEvents.event(FactEvents.reported(caseId)
                .setReceivedAt(timestamp(at))
                .setOrganisation(station)
                .build()));
        if (movements.length > 0) {
            client.deliver(Moves.event(caseId, 0, movements));
        }
        return caseId;
    }

    GetRecoveryFiguresResponse figures(RecoveryDimension... by) {
        return figures(request(by));
    }

    GetRecoveryFiguresResponse figures(GetRecoveryFiguresRequest.Builder request) {
        return ReportServiceGrpc.newBlockingStub(client.channel()).getRecoveryFigures(request.build());
    }

    /** The whole period. */
    GetRecoveryFiguresRequest.Builder request(RecoveryDimension... by) {
        GetRecoveryFiguresRequest.Builder request = GetRecoveryFiguresRequest.newBuilder()
                .setFrom(timestamp(start))
                .setUntil(timestamp(start.plus(PERIOD)));
        for (RecoveryDimension dimension : by) {
            request.addGroupBy(dimension);
        }
        return request;
    }

    static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).build();
    }

    /** A payment out of a freeze of one case to the victim of another. */
    void paid(String freezeCase, String victimCase, Instant at, long fen, long cameBackFen) throws SQLException {
        String plan = Moves.newId();
        String digest = "ab".repeat(32);
        books.run("""
                INSERT INTO refund_plan (plan_id, state, made_at, made_by, content, digest, payment_digest, version)
                VALUES ('%1$s', 'PAID', now(), '{}', '{}', '%2$s', '%2$s', 1);
                INSERT INTO refund_payment (payment_id, plan_id, case_id, institution_code, account_number, freeze_id, freeze_case_id,
                    payee_institution_code, payee_number, payee_name, payee_kind, is_original_payee, amount_fen, state, attempts, failures,
                    result_code, detail, paid_fen, returned_fen, committed_fen, last_paid_at, revision, ordered_at, ordered_by, deadline_at,
                    version)
                VALUES (gen_random_uuid(), '%1$s', '%3$s', '%4$s', '%5$s', gen_random_uuid(), '%6$s', '102100099996', '1', '', 'BANK_PERSONAL',
                    true, %7$d, 'PAID', 1, 0, '0000', '', %7$d, %8$d, %7$d, '%9$s', 1, now(), '{}', now(), 1)""".formatted(
                        plan,
                        digest,
                        victimCase,
                        Moves.CARD.getInstitutionCode(),
                        Moves.CARD.getNumber(),
                        freezeCase,
                        fen,
                        cameBackFen,
                        at));
    }
}
