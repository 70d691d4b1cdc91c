package org.stoppayment.cli.drill.accounting;

/** Why money was not stopped. {@link LossClassifier} decides. */
public enum LossCause {
    BEFORE_CALL("报案前已流出", "before the call"),
    NOT_REPORTED("报案未受理", "not accepted"),
    MISMATCH("信息不符", "mismatch"),
    THRESHOLD("低于追查起点", "below threshold"),
    SLOW_INSTITUTION("机构应答慢", "slow institution"),
    SLOW_SUITE("系统处理慢", "slow suite"),
    TOO_FAST("转移过快", "mule too fast"),
    NOT_TRACED("未追查到", "not traced"),
    OTHER("其他", "other");

    private final String chinese;
    private final String english;

    LossCause(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** For Chinese readers. */
    public String chinese() {
        return chinese;
    }

    /** For English readers. */
    public String english() {
        return english;
    }
}
