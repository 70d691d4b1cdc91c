package org.stoppayment.cli.cases;

import org.stoppayment.cli.text.TextKey;

/** What is wrong with the file of a report or a supplement. The first argument is the file and the place in it. */
enum FileText implements TextKey {
    UNREADABLE,
    NOT_AN_OBJECT,
    INVALID,
    UNKNOWN_NAME,
    NOT_A_MOMENT,
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
    WORDS,
    NO_ACCOUNTS,
    PULL_MODE
}
