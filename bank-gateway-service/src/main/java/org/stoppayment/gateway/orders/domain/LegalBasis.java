package org.stoppayment.gateway.orders.domain;

/**
 * What a freeze, an order about it, or a refund rests on.
 *
 * @param filingNumber number under which the case is filed (立案号)
 * @param organisation organisation that filed the case (立案机关)
 * @param documentDigest SHA-256 of the legal document (法律文书), 64 hexadecimal digits in lower case
 * @param approver who approved it
 */
public record LegalBasis(String filingNumber, String organisation, String documentDigest, Approver approver) {}
