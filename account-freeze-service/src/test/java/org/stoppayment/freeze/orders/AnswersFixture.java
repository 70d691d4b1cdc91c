package org.stoppayment.freeze.orders;

import java.util.List;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.proto.common.v1.Account;

/** An order on one account, and what is known of it. */
abstract class AnswersFixture extends FreezeFixture {

    final String caseId = newCase();
    final Account payee = account();

    List<String> serials(Account account) {
        return database
                .rows("SELECT serial FROM outflow WHERE account_number = ? ORDER BY serial", account.getNumber())
                .stream()
                .map(row -> row.get(0))
                .toList();
    }
}
