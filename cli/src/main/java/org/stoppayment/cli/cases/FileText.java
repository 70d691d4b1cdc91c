package org.stoppayment.cli.cases;

import org.stoppayment.cli.text.TextKey;

/** What is wrong with the file of a report or a supplement. The first argument is the file and the place in it. */
enum FileText implements TextKey {
    UNREADABLE,
    NOT_AN_OBJECT,
    NOT_JSON,
    ENDS_EARLY,
    NOT_CLOSED,
    TEXT_NOT_CLOSED,
    UNEXPECTED_CHARACTER,
    NOT_A_VALUE,
    NOT_A_MESSAGE,
    GIVEN_TWICE,
    ONE_OF_TWO,
    UNKNOWN_NAME,
    NOT_A_MOMENT,
    NOT_A_DURATION,
    TWO_SUMS,
    FOREIGN_SUM,
    NOT_YUAN,
    YUAN_RANGE,
    NOT_FEN,
    FEN_RANGE,
    WRONG_TYPE,
    A_LIST,
    AN_OBJECT,
    A_WHOLE_NUMBER,
    A_NUMBER,
    TRUE_OR_FALSE,
    WORDS,
    NAMES_AS_TYPED,
    NO_ACCOUNTS,
    PULL_MODE,
    SUM_INVALID
}
