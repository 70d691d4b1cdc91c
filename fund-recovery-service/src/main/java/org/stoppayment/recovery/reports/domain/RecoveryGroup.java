package org.stoppayment.recovery.reports.domain;

/**
 * The figures of one group. Parts that are not grouped by are empty, as are those that are not known.
 *
 * @param fraudType such as {@code FAKE_LOAN}
 * @param month of the call, such as {@code 2026-11}
 * @param station organisation of the desk
 * @param age time since the call
 * @param institutionCode of the accounts
 * @param level of the accounts, from 1
 * @param figures the figures
 */
public record RecoveryGroup(
        String fraudType,
        String month,
        String station,
        CaseAge age,
        String institutionCode,
        int level,
        RecoveryFigures figures) {}
