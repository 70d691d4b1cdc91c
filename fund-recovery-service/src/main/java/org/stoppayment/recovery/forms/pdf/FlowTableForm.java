package org.stoppayment.recovery.forms.pdf;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.recovery.attribution.domain.FlowId;
import org.stoppayment.recovery.attribution.domain.MoneyPath;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * What a flow table says (资金流向表).
 *
 * @param head of the form
 * @param victims who is who
 * @param accounts one section each
 */
public record FlowTableForm(FormHead head, List<VictimRow> victims, List<AccountFlows> accounts) {

    /**
     * How money came to an account.
     *
     * @param leftOut number of flows that the plan knows and the form leaves out
     * @param maxPathRows not zero: there are more flows than this, of which the plan says nothing
     */
    public record AccountFlows(
            int number,
            String account,
            String institution,
            String balance,
            List<OwnerRow> owners,
            String total,
            List<FlowRow> flows,
            int leftOut,
            int maxPathRows) {}

    /** What an owner has on an account. */
    public record OwnerRow(String owner, String share) {}

    /**
     * A flow.
     *
     * @param isAssumed true when no booking tells the time
     */
    public record FlowRow(
            int number,
            String at,
            boolean isAssumed,
            String payer,
            String payee,
            String sum,
            String owners,
            String known,
            String toldBy) {}

    /** @param maxRows maximum number of flows of all accounts together */
    static FlowTableForm of(FormFacts facts, Parties parties, int maxRows) {
        List<AccountFlows> accounts = new ArrayList<>();
        int left = maxRows;
        for (PlannedAccount account : facts.plan().accounts()) {
            int shown = Math.min(left, account.path().steps().size());
            accounts.add(account(accounts.size() + 1, account, parties, shown));
            left -= shown;
        }
        return new FlowTableForm(FormHead.of(FormKind.FLOW_TABLE, facts), parties.all(facts), accounts);
    }

    private static AccountFlows account(int number, PlannedAccount account, Parties parties, int shown) {
        List<MoneyPath.Step> steps = account.path().steps();
        List<FlowRow> rows = new ArrayList<>();
        for (MoneyPath.Step step : steps.subList(0, shown)) {
            rows.add(row(rows.size() + 1, step, parties));
        }
        AccountRef.Key key = account.shares().account();
        return new AccountFlows(
                number,
                key.number(),
                parties.institution(key.institutionCode()),
                account.shares()
                        .statement()
                        .balance()
                        .map(told -> FormWords.yuan(told.fen()) + "（截至" + FormWords.moment(told.asOf()) + "）")
                        .orElse("机构未反馈"),
                account.shares().money().byOwner().entrySet().stream()
                        .map(each -> new OwnerRow(parties.owner(each.getKey()), FormWords.yuan(each.getValue())))
                        .toList(),
                FormWords.yuan(account.shares().money().total()),
                rows,
                steps.size() - shown,
                account.path().isTruncated() ? MoneyPath.MAX_STEPS : 0);
    }

    private static FlowRow row(int number, MoneyPath.Step step, Parties parties) {
        return new FlowRow(
                number,
                step.at().map(FormWords::moment).orElse("不详"),
                step.at().isPresent() && !isBooked(step.id().source()),
                payer(step, parties),
                payee(step, parties),
                FormWords.yuan(step.fen()),
                parties.owners(step.shares()),
                FormWords.known(step.provenance()),
                FormWords.toldBy(step.id().source()) + serial(step.id()));
    }

    private static boolean isBooked(FlowId.Source source) {
        return switch (source) {
            case OUT, IN, REFUND -> true;
            case OPENING, UNTOLD_IN, REPORTED, UNTOLD_OUT -> false;
        };
    }

    private static String serial(FlowId id) {
        return id.source() == FlowId.Source.REPORTED ? "" : " " + id.serial();
    }

    private static String payer(MoneyPath.Step step, Parties parties) {
        return step.payer().map(parties::accountInShort).orElseGet(() -> switch (step.id()
                .source()) {
            case OPENING, UNTOLD_IN -> FormWords.toldBy(step.id().source());
            case REPORTED ->
                step.shares().byCase().keySet().stream()
                        .findFirst()
                        .map(parties::victim)
                        .orElse("其他账户");
            case OUT, IN, UNTOLD_OUT, REFUND -> "其他账户";
        });
    }

    private static String payee(MoneyPath.Step step, Parties parties) {
        return step.payee().map(parties::accountInShort).orElseGet(() -> switch (step.id()
                .source()) {
            case UNTOLD_OUT -> FormWords.toldBy(FlowId.Source.UNTOLD_OUT);
            case REFUND -> "返还" + parties.owners(step.shares());
            default -> "现金、消费或者其他账户";
        });
    }
}
