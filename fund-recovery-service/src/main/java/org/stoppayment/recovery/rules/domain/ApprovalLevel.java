package org.stoppayment.recovery.rules.domain;

/** Level of the organisation that approves the return of money, from low to high. */
public enum ApprovalLevel {
    /** 县级: of a county. */
    COUNTY,
    /** 设区的市一级: of a city, or higher. */
    CITY;

    /** True for this level and higher ones. */
    public boolean isAtLeast(ApprovalLevel lowest) {
        return compareTo(lowest) >= 0;
    }
}
