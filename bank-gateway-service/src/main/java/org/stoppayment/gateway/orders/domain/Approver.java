package org.stoppayment.gateway.orders.domain;

/**
 * The chief who approved a measure.
 *
 * @param organisation name of the organisation
 * @param badgeNumber badge number
 * @param level level of the approval
 */
public record Approver(String organisation, String badgeNumber, ApprovalLevel level) {

    /** Without the badge number: safe for logs. */
    @Override
    public String toString() {
        return organisation + " " + level;
    }
}
