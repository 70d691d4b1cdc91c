package org.stoppayment.cli.command.certificate;

import org.stoppayment.cli.text.TextKey;

/** What the commands that issue certificates say. */
enum CertificateCommandText implements TextKey {
    UNKNOWN_CODE,
    NAME_INVALID,
    ISSUED
}
