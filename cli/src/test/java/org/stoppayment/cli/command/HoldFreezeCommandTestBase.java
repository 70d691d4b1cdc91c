package org.stoppayment.cli.command;

import static org.stoppayment.cli.fake.HoldSamples.proposal;

import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;

/** Orders for freezes, as they should be sent. */
abstract class HoldFreezeCommandTestBase extends HoldCommandTestBase {

    static final String MULE = "6228480000000000125";
    static final String BANK = "103100000026";
    static final String SECOND = "6214830000000000018";
    static final String THIRD = "6217000000000000014";

    OrderFreezeRequest.Builder expected(String account) {
        return OrderFreezeRequest.newBuilder()
                .setCaseId(caseId)
                .setInstitutionCode(BANK)
                .setAccountNumber(account)
                .setMode(FreezeMode.FREEZE_MODE_LIMITED)
                .setDocumentDigest(DIGEST)
                .setApprover(COUNTY)
                .setOperator(OFFICER);
    }

    void proposeThree() {
        services.holds()
                .propose(
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE, caseId, MULE, 14_000_000),
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE, caseId, SECOND, 250_000),
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE, caseId, THIRD, 100));
    }
}
