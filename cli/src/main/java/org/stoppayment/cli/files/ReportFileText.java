package org.stoppayment.cli.files;

import org.stoppayment.cli.text.TextKey;

/** Why a report cannot be written where it is to be. */
enum ReportFileText implements TextKey {
    NOT_WRITABLE,
    NO_DIRECTORY
}
