package org.stoppayment.cli.settings;

import org.stoppayment.cli.text.TextKey;

/** What is wrong with a variable, and what is expected of it. */
enum SettingText implements TextKey {
    FINDINGS,
    UNKNOWN,
    UNKNOWN_NEAR,
    WRONG,
    RULES_WRONG,
    TIME,
    COUNT,
    RATIO,
    MEMORY,
    READABLE_FILE,
    HTTP_ADDRESS,
    SECRETS,
    LONGER_THAN
}
