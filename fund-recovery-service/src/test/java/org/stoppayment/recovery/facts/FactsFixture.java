package org.stoppayment.recovery.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.FactEvents.account;
import static org.stoppayment.recovery.testkit.FactEvents.event;
import static org.stoppayment.recovery.testkit.Moves.newId;

import com.google.protobuf.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** A case and three accounts of which facts are told. */
abstract class FactsFixture {

    TcpProxy link;
    final String caseId = newId();
    final Account mule = account("mule-" + caseId);
    final Account next = account("next-" + caseId);
    final Account last = account("last-" + caseId);
    Books books;
    RecoveryClient client;

    @BeforeEach
    void connect() {
        books = new Books(link);
        client = new RecoveryClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    void deliver(Message message) {
        assertThat(client.deliver(event(message)).getRejectedList()).isEmpty();
    }

    long revision(Account account) {
        return books.number("SELECT revision FROM attributed_account WHERE institution_code = '"
                + account.getInstitutionCode() + "' AND account_number = '" + account.getNumber() + "'");
    }

    long count(String from) {
        return books.number("SELECT count(*) FROM " + from);
    }
}
