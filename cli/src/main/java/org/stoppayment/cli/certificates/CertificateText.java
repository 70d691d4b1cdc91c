package org.stoppayment.cli.certificates;

import org.stoppayment.cli.text.TextKey;

/** What is wrong with the files of certificates. */
enum CertificateText implements TextKey {
    MISSING,
    UNREADABLE,
    NOT_CERTIFICATES,
    NOT_A_KEY,
    OTHER_KEY,
    ENDED,
    NOT_YET_VALID,
    NO_AUTHORITY
}
