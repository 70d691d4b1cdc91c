package org.stoppayment.freeze.statistics.domain;

import java.util.List;

/**
 * Statistics of the holds of one group. A dimension that was not asked for is empty, as is a kind of fraud that is not known.
 *
 * @param group of the holds
 * @param stops 止付
 * @param freezes 冻结
 */
public record HoldStatistics(Group group, HoldCounts stops, HoldCounts freezes) {

    /**
     * What the holds of a row have in common.
     *
     * @param month such as {@code 2026-11}
     * @param fraudType such as {@code REBATE_ORDERS}
     * @param institutionCode of the accounts
     */
    public record Group(String month, String fraudType, String institutionCode) {

        /** All holds. */
        public static final Group ALL = new Group("", "", "");
    }

    /** All rows together. */
    public static HoldStatistics total(List<HoldStatistics> rows) {
        return new HoldStatistics(
                Group.ALL,
                rows.stream().map(HoldStatistics::stops).reduce(HoldCounts.NONE, HoldCounts::plus),
                rows.stream().map(HoldStatistics::freezes).reduce(HoldCounts.NONE, HoldCounts::plus));
    }
}
