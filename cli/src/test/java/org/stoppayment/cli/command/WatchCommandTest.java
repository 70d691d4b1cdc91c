package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.fake.FakeWatching.end;
import static org.stoppayment.cli.fake.FakeWatching.heartbeat;
import static org.stoppayment.cli.fake.FakeWatching.snapshot;
import static org.stoppayment.proto.freeze.v1.WatchEndReason.WATCH_END_REASON_RENEW;
import static org.stoppayment.proto.freeze.v1.WatchEndReason.WATCH_END_REASON_SETTLED;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Status;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.freeze.v1.TraceSums;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;

class WatchCommandTest extends CommandTestBase {

    private String caseId;

    @BeforeEach
    void report() throws IOException {
        terminal.run("report", ZHANGZHOU + ".report.json", "-o", "json");
        caseId = Json.MAPPER.readTree(terminal.out()).path("caseId").asText();
    }

    private static Trace trace(boolean settled, TraceNode... nodes) {
        long held = List.of(nodes).stream()
                .mapToLong(node -> node.getSums().getHeldFen())
                .sum();
        return Trace.newBuilder()
                .addAllNodes(List.of(nodes))
                .setSettled(settled)
                .setTotal(TraceSums.newBuilder()
                        .setReportedFen(300)
                        .setHeldFen(held)
                        .setUnknownFen(300 - held))
                .build();
    }

    private static TraceNode node(String number, StopOrderState state, long heldFen) {
        return TraceNode.newBuilder()
                .setAccount(Account.newBuilder().setNumber(number).setName("钱某某"))
                .setLevel(1)
                .setApplicationId("order on " + number)
                .setState(state)
                .setSums(TraceSums.newBuilder().setReportedFen(100).setHeldFen(heldFen))
                .build();
    }

    private static final TraceNode FIRST = node("6222000000000001", StopOrderState.STOP_ORDER_STATE_IN_EFFECT, 100);
    private static final TraceNode SENDING = node("6222000000000002", StopOrderState.STOP_ORDER_STATE_SENDING, 0);
    private static final TraceNode STOPPED = node("6222000000000002", StopOrderState.STOP_ORDER_STATE_IN_EFFECT, 100);

    @Test
    void onlyNewLinesAreWrittenToAPipe() {
        services.watching()
                .nextStream(
                        Status.OK,
                        snapshot(1, trace(false, FIRST, SENDING)),
                        heartbeat(6, "1"),
                        snapshot(7, trace(true, FIRST, STOPPED)),
                        end(7, "7", WATCH_END_REASON_SETTLED));

        assertThat(terminal.run("watch", caseId, "--until-settled")).isZero();

        List<String> lines = terminal.out().lines().toList();
        assertThat(lines).filteredOn(line -> line.contains("6222000000000001")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.contains("6222000000000002")).hasSize(2);
        assertThat(lines).filteredOn(line -> line.startsWith("under way")).hasSize(1);
        assertThat(lines).endsWith("settled").noneMatch(line -> line.contains("as of"));
        assertThat(terminal.out()).contains("held 1.00", "held 2.00").doesNotContain("\u001b");
        assertThat(services.watching().requests())
                .extracting(WatchCaseRequest::getUntilSettled)
                .containsExactly(true);
    }

    @Test
    void lostOrExpiredStreamIsResumedWithTheToken() {
        services.watching().nextStream(Status.NOT_FOUND);
        services.watching().nextStream(Status.UNAVAILABLE, snapshot(1, trace(false, SENDING)));
        services.watching().nextStream(Status.OK, heartbeat(2, "1"), end(3, "1", WATCH_END_REASON_RENEW));
        services.watching().nextStream(Status.OK, end(4, "1", WATCH_END_REASON_SETTLED));

        assertThat(terminal.run("watch", caseId)).isZero();

        assertThat(services.watching().requests())
                .extracting(WatchCaseRequest::getResumeToken)
                .containsExactly("", "", "1", "1");
        assertThat(terminal.err().lines())
                .containsExactly(
                        "connection lost (NOT_FOUND: no further detail), reconnecting",
                        "reconnected",
                        "connection lost (UNAVAILABLE: no further detail), reconnecting",
                        "reconnected");
    }

    @Test
    void unavailableServiceIsReportedOnce() {
        services.watching().nextStream(Status.UNAVAILABLE);
        services.watching().nextStream(Status.UNAVAILABLE);
        services.watching().nextStream(Status.UNAVAILABLE);
        services.watching().nextStream(Status.OK, end(4, "1", WATCH_END_REASON_SETTLED));

        assertThat(terminal.run("watch", caseId, "-o", "json")).isZero();

        assertThat(terminal.err().lines()).hasSize(2).last().isEqualTo("reconnected");
    }

    @Test
    void jsonHasOneLinePerMessageWithoutNames() throws IOException {
        services.watching()
                .nextStream(
                        Status.OK,
                        snapshot(1, trace(true, FIRST)),
                        heartbeat(6, "1"),
                        end(6, "1", WATCH_END_REASON_SETTLED));

        assertThat(terminal.run("watch", caseId, "-o", "json")).isZero();

        List<String> lines = terminal.out().lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode first = Json.MAPPER.readTree(lines.get(0));
        assertThat(first.path("resumeToken").asText()).isEqualTo("1");
        assertThat(first.path("snapshot").path("total").path("heldFen").asLong())
                .isEqualTo(100);
        assertThat(Json.MAPPER.readTree(lines.get(1)).has("heartbeat")).isTrue();
        assertThat(terminal.out()).doesNotContain("钱某某");
    }

    @Test
    void caseWithTooManyAccountsShowsOnlyItsSums() {
        var large = snapshot(1, trace(true, FIRST)).toBuilder();
        large.getSnapshotBuilder().clearTrace().setAccounts(4321);
        services.watching().nextStream(Status.OK, large.build(), end(1, "1", WATCH_END_REASON_SETTLED));

        assertThat(terminal.run("watch", caseId)).isZero();

        assertThat(terminal.out()).contains("4321 accounts", "stoppay trace CASE", "held 1.00", "settled");
    }

    @Test
    void refusalAndUnknownCaseEndTheCommand() {
        services.watching().nextStream(Status.INTERNAL);

        assertThat(terminal.run("watch", caseId)).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.run("watch", "0193a000-0000-7000-8000-00000000ffff"))
                .isEqualTo(ExitCode.NOT_FOUND);
    }
}
