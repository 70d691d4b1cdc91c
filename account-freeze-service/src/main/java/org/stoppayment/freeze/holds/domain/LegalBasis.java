package org.stoppayment.freeze.holds.domain;

/**
 * What a measure rests on.
 *
 * @param filingNumber 立案号: number under which the case is filed
 * @param organisation 立案机关: organisation that filed it
 * @param documentDigest SHA-256 of the legal document, 64 hexadecimal digits
 * @param approver who approved it
 */
public record LegalBasis(String filingNumber, String organisation, String documentDigest, Approver approver) {

    /** The same case, with another document and approval. */
    public LegalBasis with(String digest, Approver nextApprover) {
        return new LegalBasis(filingNumber, organisation, digest, nextApprover);
    }
}
