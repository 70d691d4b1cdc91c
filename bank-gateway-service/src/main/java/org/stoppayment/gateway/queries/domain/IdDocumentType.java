package org.stoppayment.gateway.queries.domain;

/** What an identity document is, named as in the contract. */
public enum IdDocumentType {
    /** 居民身份证: resident identity card. */
    RESIDENT_ID,
    /** 护照: passport. */
    PASSPORT,
    /** 港澳居民来往内地通行证: travel permit of a resident of Hong Kong or Macao. */
    HK_MACAO_PERMIT,
    /** 台湾居民来往大陆通行证: travel permit of a resident of Taiwan. */
    TAIWAN_PERMIT,
    /** 外国人永久居留身份证: permanent residence card of a foreigner. */
    FOREIGNER_RESIDENCE,
    /** 统一社会信用代码: unified social credit code of an organisation. */
    CREDIT_CODE,
    /** Another document. */
    OTHER
}
