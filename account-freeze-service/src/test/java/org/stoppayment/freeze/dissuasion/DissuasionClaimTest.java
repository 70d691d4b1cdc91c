package org.stoppayment.freeze.dissuasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.stoppayment.proto.freeze.v1.DissuasionOutcome.DISSUASION_OUTCOME_DISSUADED;
import static org.stoppayment.proto.freeze.v1.DissuasionOutcome.DISSUASION_OUTCOME_LOSS_CONFIRMED;
import static org.stoppayment.proto.freeze.v1.DissuasionOutcome.DISSUASION_OUTCOME_UNREACHABLE;
import static org.stoppayment.proto.freeze.v1.DissuasionOutcome.DISSUASION_OUTCOME_UNSPECIFIED;
import static org.stoppayment.proto.freeze.v1.DissuasionState.DISSUASION_STATE_CLAIMED;
import static org.stoppayment.proto.freeze.v1.DissuasionState.DISSUASION_STATE_CLOSED;
import static org.stoppayment.proto.freeze.v1.DissuasionState.DISSUASION_STATE_OPEN;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.DissuasionFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.CloseDissuasionRequest;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.DissuasionWithdrawal;
import org.stoppayment.proto.freeze.v1.ListDissuasionRequest;

/** One officer has an entry of the dissuasion list at a time, and closes it. */
@QuarkusTest
class DissuasionClaimTest extends DissuasionFixture {

    private static final Duration TERM = Duration.ofHours(2);

    private final Account payer = account();
    private Dissuasion entry;

    @BeforeEach
    void oneEntry() {
        stopped(from(payer, "1", 500, stop));
        screen();
        entry = open().get(0);
    }

    @Test
    void ofOfficersWhoClaimAtTheSameMomentOneWinsAndTheOthersAreToldWhoHasIt() {
        List<Callable<String>> officers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Operator officer = officer("badge-30000" + i);
            officers.add(() -> {
                try {
                    return claim(entry, officer).getOfficer().getBadgeNumber();
                } catch (StatusRuntimeException refused) {
                    return refused.getStatus().getDescription();
                }
            });
        }

        List<String> answers = atOnce(officers);

        assertThat(answers).filteredOn(answer -> answer.startsWith("badge-")).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.startsWith("badge-"))
                .hasSize(7)
                .allSatisfy(answer -> assertThat(answer)
                        .contains("is with 96110 Fuzhou ba***", " since ", " until ")
                        .doesNotContain("badge-3"));
        assertThat(entries(DISSUASION_STATE_CLAIMED)).hasSize(1);
        assertThat(open()).isEmpty();
    }

    @Test
    void claimRunsOutAtItsEndAndNotBefore() {
        Dissuasion claimed = claim(entry, CHEN);
        assertThat(claimed.getClaimedUntil())
                .isEqualTo(Outcomes.timestamp(time.instant().plus(TERM)));

        time.jump(TERM.minusMillis(1));
        assertThat(refusal(() -> claim(entry, WU))).startsWith("ALREADY_CLAIMED: ");
        time.jump(Duration.ofMillis(1));
        assertThat(open()).hasSize(1);
        assertThat(claim(entry, WU).getOfficer()).isEqualTo(WU);

        assertThat(refusal(() -> close(entry, CHEN, DISSUASION_OUTCOME_DISSUADED, "")))
                .startsWith("ALREADY_CLAIMED: ");
    }

    @Test
    void claimOfTheSameOfficerOnceMoreIsForAsLongAgain() {
        Dissuasion first = claim(entry, CHEN);
        time.jump(Duration.ofHours(1));

        Dissuasion again = claim(entry, CHEN);

        assertThat(again.getClaimedAt()).isEqualTo(first.getClaimedAt());
        assertThat(again.getClaimedUntil())
                .isEqualTo(Outcomes.timestamp(time.instant().plus(TERM)));
    }

    @Test
    void releasedEntryIsAnybodysAgain() {
        claim(entry, CHEN);
        assertThat(refusal(() -> release(entry, WU))).startsWith("ALREADY_CLAIMED: ");

        assertThat(release(entry, CHEN).getState()).isEqualTo(DISSUASION_STATE_OPEN);
        assertThat(release(entry, CHEN).getState()).isEqualTo(DISSUASION_STATE_OPEN);

        assertThat(claim(entry, WU).getOfficer()).isEqualTo(WU);
    }

    @Test
    void onlyTheOfficerWhoClaimedItClosesItAndTheSameOnceMoreChangesNothing() {
        assertThat(refusal(() -> close(entry, CHEN, DISSUASION_OUTCOME_DISSUADED, "")))
                .startsWith("NOT_CLAIMED: ");
        claim(entry, CHEN);
        assertThat(refusal(() -> close(entry, WU, DISSUASION_OUTCOME_DISSUADED, "")))
                .startsWith("ALREADY_CLAIMED: ");

        Dissuasion closed = close(entry, CHEN, DISSUASION_OUTCOME_LOSS_CONFIRMED, "已劝阻\n将报案");
        time.jump(Duration.ofMinutes(5));

        assertThat(closed.getState()).isEqualTo(DISSUASION_STATE_CLOSED);
        assertThat(closed.getReportSuggested()).isTrue();
        assertThat(closed.getOfficer()).isEqualTo(CHEN);
        assertThat(close(entry, CHEN, DISSUASION_OUTCOME_LOSS_CONFIRMED, "已劝阻\n将报案"))
                .isEqualTo(closed);
        assertThat(refusal(() -> close(entry, CHEN, DISSUASION_OUTCOME_DISSUADED, "已劝阻\n将报案")))
                .startsWith("ALREADY_CLOSED: ");
        assertThat(refusal(() -> close(entry, WU, DISSUASION_OUTCOME_LOSS_CONFIRMED, "已劝阻\n将报案")))
                .startsWith("ALREADY_CLOSED: ");
        assertThat(refusal(() -> claim(entry, WU))).startsWith("ALREADY_CLOSED: ");
        assertThat(refusal(() -> release(entry, CHEN))).startsWith("ALREADY_CLOSED: ");
        assertThat(entries(DISSUASION_STATE_CLOSED)).containsExactly(closed);
    }

    @Test
    void claimThatHasRunOutCountsForClosingUntilSomebodyElseHasIt() {
        claim(entry, CHEN);
        time.jump(TERM.plusHours(5));

        assertThat(close(entry, CHEN, DISSUASION_OUTCOME_UNREACHABLE, "").getState())
                .isEqualTo(DISSUASION_STATE_CLOSED);
    }

    @Test
    void entryThatAnOfficerHasStaysTheirsWhenThePayerCallsAndSaysSo() {
        claim(entry, CHEN);

        freeze().deliver(Report.of(newCase()).paidFrom(payer, account(), 9, stop));

        assertThat(entries(DISSUASION_STATE_CLAIMED)).singleElement().satisfies(theirs -> assertThat(
                        theirs.getWithdrawal())
                .isEqualTo(DissuasionWithdrawal.DISSUASION_WITHDRAWAL_REPORTED));
        assertThat(claim(entry, CHEN).getState()).isEqualTo(DISSUASION_STATE_CLAIMED);
        time.jump(TERM);
        assertThat(refusal(() -> claim(entry, CHEN))).startsWith("WITHDRAWN: ");
    }

    @Test
    void everythingThatIsWrongWithARequestIsNamedAtOnce() {
        Throwable refused = catchThrowable(() -> freeze().dissuasion()
                .closeDissuasion(CloseDissuasionRequest.newBuilder()
                        .setDissuasionId(payer.getNumber())
                        .setOfficer(Operator.newBuilder().setBadgeNumber("x".repeat(51)))
                        .setOutcome(DISSUASION_OUTCOME_UNSPECIFIED)
                        .setNote("\u0007" + "n".repeat(500))
                        .build()));
        Throwable badPage = catchThrowable(() -> freeze().dissuasion()
                .listDissuasion(ListDissuasionRequest.newBuilder()
                        .setPageSize(201)
                        .setPageToken("x")
                        .setCaseId("y")
                        .build()));

        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "dissuasionId", "officer.organisation", "officer.badgeNumber", "outcome", "note", "note");
        assertThat(fields(badPage)).containsExactlyInAnyOrder("pageSize", "pageToken", "caseId");
        assertThat(refused.toString()).doesNotContain(payer.getNumber());
    }

    @Test
    void unknownEntryIsNotFound() {
        Dissuasion nobodys = entry.toBuilder().setDissuasionId(newCase()).build();

        assertThat(List.of(
                        catchThrowable(() -> claim(nobodys, CHEN)),
                        catchThrowable(() -> release(nobodys, CHEN)),
                        catchThrowable(() -> close(nobodys, CHEN, DISSUASION_OUTCOME_DISSUADED, ""))))
                .allSatisfy(thrown ->
                        assertThat(Status.fromThrowable(thrown).getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    private static List<String> fields(Throwable refused) {
        return StatusProto.fromThrowable(refused).getDetailsList().stream()
                .filter(detail -> detail.is(BadRequest.class))
                .map(detail -> {
                    try {
                        return detail.unpack(BadRequest.class);
                    } catch (InvalidProtocolBufferException broken) {
                        throw new AssertionError(broken);
                    }
                })
                .flatMap(bad -> bad.getFieldViolationsList().stream())
                .map(FieldViolation::getField)
                .toList();
    }
}
