package org.stoppayment.cli.command.victim.status;

import java.util.List;
import java.util.Map;
import org.stoppayment.cli.html.Templates;

/** What a victim is told as a page to print: one file, nothing fetched, in several languages one after the other. It is well-formed XML. */
final class StatusPage {

    private StatusPage() {}

    /** The page, in the order of the languages. */
    static String of(VictimStatus... languages) {
        return Templates.render(
                "victim/status",
                Map.of(
                        "css",
                        Templates.resource("refund/page.css") + Templates.resource("victim/status.css"),
                        "languages",
                        List.of(languages)));
    }
}
