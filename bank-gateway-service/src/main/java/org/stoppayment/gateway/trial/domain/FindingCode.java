package org.stoppayment.gateway.trial.domain;

/** What is wrong with an answer; named and explained as in the contract. */
public enum FindingCode {
    NOT_REACHED,
    NO_ANSWER_IN_TIME,
    CONNECTION_LOST,
    SIGNATURE_REFUSED,
    TIME_REFUSED,
    REDIRECT,
    UNEXPECTED_STATUS,
    EMPTY_BODY,
    NOT_JSON,
    TOO_LARGE,
    WRONG_APPLICATION_ID,
    FIELD,
    UNKNOWN_RESULT_CODE,
    STOP_TIME,
    NO_CALLBACK,
    CALLBACK_REFUSED,
    ORDER_NOT_KNOWN,
    OTHER_ANSWER,
    CALL_LIMIT,
    NOT_STOPPED,
    NOT_CARRIED_OUT,
    NOT_FROZEN,
    QUERY_NOT_ANSWERED
}
