package org.stoppayment.cli.command.refund.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stoppayment.cli.command.refund.explain.ExplainedPlan;
import org.stoppayment.cli.command.refund.explain.Explainer;
import org.stoppayment.cli.command.refund.explain.Explanation;
import org.stoppayment.cli.command.refund.explain.Grid;
import org.stoppayment.cli.command.refund.explain.Owners;
import org.stoppayment.cli.command.refund.explain.Section;
import org.stoppayment.cli.html.Templates;
import org.stoppayment.cli.output.Console;

/**
 * The explanation of a plan as a page: one file, pictures as inline SVG, nothing fetched, in the language of the terminal. It is well-formed
 * XML. Masking is up to the caller.
 */
public final class RefundPage {

    private final Console console;
    private final ExplainedPlan plan;

    private RefundPage(Console console, ExplainedPlan plan) {
        this.console = console;
        this.plan = plan;
    }

    /** A section, and a name for what scrolls in it. */
    public record PageSection(Section section, String tableName) {

        /** The table of the section. */
        public Grid grid() {
            return section.grid().orElseThrow();
        }

        /** True when it has a table. */
        public boolean hasGrid() {
            return section.grid().isPresent();
        }
    }

    /** An account, its picture and its sections. */
    public record PageAccount(int number, String title, FlowChart chart, List<PageSection> sections) {}

    /** The page. */
    public static String of(Console console, ExplainedPlan plan) {
        return new RefundPage(console, plan).page();
    }

    private String page() {
        Explanation explanation = Explainer.explain(console, plan);
        Owners owners = Owners.of(console, plan.plan());
        List<PageAccount> accounts = new ArrayList<>();
        for (Explanation.Account account : explanation.accounts()) {
            accounts.add(new PageAccount(
                    accounts.size() + 1,
                    account.title(),
                    FlowChart.of(console, owners, account.refund()),
                    account.sections().stream().map(this::section).toList()));
        }
        return Templates.render(
                "refund/page",
                Map.of(
                        "css",
                        Templates.resource("refund/page.css"),
                        "language",
                        console.texts().language().name().toLowerCase(Locale.ROOT),
                        "explanation",
                        explanation,
                        "accounts",
                        accounts,
                        "outcome",
                        explanation.outcome().stream().map(this::section).toList()));
    }

    private PageSection section(Section section) {
        return new PageSection(
                section,
                console.text(
                        PageText.TABLE_REGION, section.grid().map(Grid::caption).orElse("")));
    }
}
