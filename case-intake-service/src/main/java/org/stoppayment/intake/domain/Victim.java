package org.stoppayment.intake.domain;

/**
 * The victim; every part may be empty.
 *
 * @param name of the person or company
 * @param idType what {@code idNumber} is
 * @param idNumber as given
 * @param phone to call back
 */
public record Victim(String name, IdType idType, String idNumber, String phone) {

    /** The kind of an identity document. */
    public enum IdType {
        /** Not given, or a document whose number has no check digit. */
        OTHER,
        /** 居民身份证 (GB 11643). */
        RESIDENT_ID,
        /** 统一社会信用代码 (GB 32100). */
        CREDIT_CODE
    }
}
