package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import org.stoppayment.kernel.ids.CaseId;

/**
 * The filing of a case (立案), as case-intake announces it. No freeze before it: 公安机关办理刑事案件程序规定 Art. 174.
 *
 * @param caseId of the case
 * @param revision 1 for the first, 2, 3, … for its corrections; the highest counts
 * @param number 立案号
 * @param organisation 立案单位
 * @param filedAt when, UTC
 * @param documentDigest SHA-256 of the document (立案决定书), 64 lower-case hexadecimal digits
 */
public record CaseFiling(
        CaseId caseId, int revision, String number, String organisation, Instant filedAt, String documentDigest) {}
