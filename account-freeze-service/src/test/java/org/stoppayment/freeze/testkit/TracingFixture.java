package org.stoppayment.freeze.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.attention.application.AttentionItems;
import org.stoppayment.freeze.attention.application.AttentionItems.Filter;
import org.stoppayment.freeze.attention.application.AttentionItems.Listed;
import org.stoppayment.freeze.attention.domain.AttentionItem;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.freeze.v1.TraceSums;
import org.stoppayment.proto.freeze.v1.TracedTransfer;
import org.stoppayment.proto.gateway.v1.Outflow;

/** A bed for following money: what mules do with it, and where it is afterwards. */
public abstract class TracingFixture extends FreezeFixture {

    private static final int MORE_THAN_A_TEST_HAS = 1_000;

    @Inject
    AttentionItems attentionItems;

    /** When victims' money certainly was in their payees' accounts. */
    protected static final Instant IN = Report.PAID_AT;

    /** A transfer {@code minutes} after the victim's. */
    protected static Outflow.Builder to(Account payee, String serial, long fen, int minutes) {
        return Outcomes.outflow(serial, fen, payee, IN.plus(Duration.ofMinutes(minutes)));
    }

    /** The bank of {@code mule} holds the balance when it is asked to stop, and tells where the money went. */
    protected void moved(Account mule, long balanceFen, Outflow.Builder... outflows) {
        gateway().onSend(mule.getNumber(), gateway().stopsAndTells(balanceFen, outflows));
    }

    /**
     * The trace once nothing is under way. A stop that came while its account's claim grew is booked by the next look. What a
     * feedback tells of bookings is due to no look at the moment that it comes: it must have been followed without one.
     */
    protected Trace awaitTrace(String caseId) {
        awaitQuiet();
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(15))
                .until(
                        () -> {
                            book();
                            return freeze().trace(caseId);
                        },
                        Trace::getSettled);
    }

    protected static TraceNode node(Trace trace, Account account) {
        return trace.getNodesList().stream()
                .filter(node -> node.getAccount().getNumber().equals(account.getNumber()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not reached: " + account.getNumber()));
    }

    protected static boolean isReached(Trace trace, Account account) {
        return trace.getNodesList().stream()
                .anyMatch(node -> node.getAccount().getNumber().equals(account.getNumber()));
    }

    protected static long tainted(Trace trace, Account payer, String serial) {
        return trace.getTransfersList().stream()
                .filter(transfer -> transfer.getPayer().getNumber().equals(payer.getNumber())
                        && transfer.getSerial().equals(serial))
                .mapToLong(TracedTransfer::getTaintedFen)
                .sum();
    }

    /** Of every account and of the whole: what came in is somewhere. */
    protected static void assertAddsUp(Trace trace) {
        assertThat(trace.getConserved()).as("conserved").isTrue();
        for (TraceNode node : trace.getNodesList()) {
            assertThat(somewhere(node.getSums()))
                    .as("%s", node)
                    .isEqualTo(node.getSums().getReportedFen() + node.getSums().getReceivedFen());
        }
        TraceSums total = trace.getTotal();
        assertThat(total.getOnwardFen()).isEqualTo(total.getReceivedFen());
        assertThat(total.getReportedFen())
                .isEqualTo(total.getHeldFen()
                        + total.getFrozenFen()
                        + total.getReturnedFen()
                        + total.getLapsedFen()
                        + total.getLiftedFen()
                        + total.getCashFen()
                        + total.getMerchantFen()
                        + total.getRestoredFen()
                        + total.getUnknownFen());
    }

    private static long somewhere(TraceSums sums) {
        return sums.getHeldFen()
                + sums.getFrozenFen()
                + sums.getReturnedFen()
                + sums.getLapsedFen()
                + sums.getLiftedFen()
                + sums.getOnwardFen()
                + sums.getCashFen()
                + sums.getMerchantFen()
                + sums.getRestoredFen()
                + sums.getUnknownFen();
    }

    protected List<String> levelsOf(Trace trace) {
        return trace.getNodesList().stream()
                .map(node -> node.getAccount().getNumber() + "@" + node.getLevel())
                .toList();
    }

    /** Notes the accounts that need no attention now. Nothing may be under way: in production, accounts are left alone for longer. */
    protected void examineAttention() {
        attentionItems
                .examine(time.instant(), time.instant(), MORE_THAN_A_TEST_HAS)
                .await()
                .atMost(PATIENCE);
    }

    /** The list of what needs attention has all that the views of {@code cases} have, which leave nothing out. */
    protected void assertNoAttentionOverlooked(Collection<String> cases) {
        assertThat(attention(Optional.empty()))
                .as("listed")
                .containsExactlyInAnyOrderElementsOf(cases.stream()
                        .flatMap(each -> attention(Optional.of(CaseId.of(each))).stream())
                        .toList());
    }

    private List<AttentionItem> attention(Optional<CaseId> ofCase) {
        return attentionItems
                .open(new Filter(Optional.empty(), ofCase), time.instant(), Optional.empty(), MORE_THAN_A_TEST_HAS)
                .await()
                .atMost(PATIENCE)
                .stream()
                .map(Listed::item)
                .toList();
    }
}
