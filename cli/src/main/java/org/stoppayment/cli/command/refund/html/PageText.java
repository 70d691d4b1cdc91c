package org.stoppayment.cli.command.refund.html;

import org.stoppayment.cli.text.TextKey;

/** What only the page of a plan says. */
enum PageText implements TextKey {
    PICTURE_TITLE,
    PICTURE_OF,
    LINK,
    RETURNS_TO,
    ON_TO,
    LARGEST_LINKS,
    LEGEND_MIXED,
    LEGEND_RETURN,
    TABLE_REGION
}
