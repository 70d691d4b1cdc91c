package org.stoppayment.cli.command.refund.explain;

import java.util.List;
import org.stoppayment.proto.recovery.v1.AccountRefund;

/**
 * A plan in words and tables, in one language.
 *
 * @param title of the plan
 * @param head what the plan is, and its victims
 * @param accounts in the order of the plan
 * @param outcome the approval and the payments, as far as there are any
 * @param totals of all accounts
 */
public record Explanation(
        String title, List<String> head, List<Account> accounts, List<Section> outcome, String totals) {

    /**
     * An account of the plan.
     *
     * @param title the account
     * @param refund what the plan says
     * @param sections what explains it
     */
    public record Account(String title, AccountRefund refund, List<Section> sections) {

        public Account {
            sections = List.copyOf(sections);
        }
    }

    public Explanation {
        head = List.copyOf(head);
        accounts = List.copyOf(accounts);
        outcome = List.copyOf(outcome);
    }
}
