package org.stoppayment.cli.settings;

import java.util.List;
import java.util.Map;
import org.stoppayment.cli.settings.Expectation.Secrets;
import org.stoppayment.cli.text.Text;

/** Alerts are posted with a signature or not at all. account-freeze does not start otherwise ({@code AlertSigner}). */
final class AlertPosting {

    /** Where alerts are posted. */
    static final String ADDRESS = "STOPPAYMENT_FREEZE_ALERT_WEBHOOK";

    /** What signs them. */
    static final String SECRETS = "STOPPAYMENT_FREEZE_ALERT_WEBHOOK_SECRETS";

    private AlertPosting() {}

    /** An address without a secret. */
    static List<Text> findings(Map<String, String> variables) {
        return variables.containsKey(ADDRESS) && !variables.containsKey(SECRETS)
                ? List.of(Text.of(SettingText.WRONG, SECRETS, "-", new Secrets().inWords()))
                : List.of();
    }
}
