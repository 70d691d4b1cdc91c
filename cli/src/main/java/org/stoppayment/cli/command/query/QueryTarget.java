package org.stoppayment.cli.command.query;

import org.stoppayment.cli.institutions.InstitutionLookup;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.freeze.v1.OrderQueryRequest;
import picocli.CommandLine.Parameters;

/** The account that is asked about, and the case that asks. */
final class QueryTarget {

    @Parameters(index = "0", paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Parameters(index = "1", paramLabel = "BANK", description = "Institution of the account, by code or name.")
    private String institution = "";

    @Parameters(
            index = "2",
            paramLabel = "ACCOUNT",
            description = "Number of the account: one that the case knows, a payer's included.")
    private String account = "";

    /** Fails when the number has not the form of one. */
    void check() {
        number();
    }

    /** A request about it. */
    OrderQueryRequest.Builder request(InstitutionLookup institutions) {
        return OrderQueryRequest.newBuilder()
                .setCaseId(caseId)
                .setInstitutionCode(institutions.codeOf("BANK", institution))
                .setAccountNumber(number());
    }

    private String number() {
        String number = AccountNumber.normalise(account);
        if (!AccountNumber.hasForm(number)) {
            throw CliException.usage(QueryText.ACCOUNT_INVALID, Masking.mask(account), AccountNumber.FORM_IN_WORDS);
        }
        return number;
    }
}
