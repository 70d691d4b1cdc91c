package org.stoppayment.freeze.rules.domain;

/** Level of the chief who approves a measure; 公安机关办理刑事案件程序规定 (2020) Art. 239, 243. The order is from the lowest to the highest. */
public enum ApprovalLevel {
    /** 县级: of a county. */
    COUNTY,
    /** 设区的市一级: of a city, or higher. */
    CITY;

    /** True when a chief of this level may approve what needs {@code required}. */
    public boolean isAtLeast(ApprovalLevel required) {
        return compareTo(required) >= 0;
    }
}
