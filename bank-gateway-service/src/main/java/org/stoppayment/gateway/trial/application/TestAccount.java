package org.stoppayment.gateway.trial.application;

import java.util.Optional;
import java.util.stream.IntStream;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.CheckDigits;

/** The account of a trial for which none is named. */
final class TestAccount {

    private static final String NAME = "测试账户";
    private static final String NUMBER_WITHOUT_BIN = "stoppay.trial";
    private static final int LENGTH = 19;

    private TestAccount() {}

    /** A card number of the institution: its first BIN, zeros and a right check digit. */
    static Account of(Institution institution) {
        Optional<String> bin = institution.bins().stream().findFirst();
        return new Account(
                institution.code().value(),
                bin.map(TestAccount::number).orElse(NUMBER_WITHOUT_BIN),
                NAME,
                bin.isPresent() ? AccountKind.BANK_PERSONAL : AccountKind.PAYMENT);
    }

    private static String number(String bin) {
        String start = bin + "0".repeat(LENGTH - 1 - bin.length());
        return IntStream.rangeClosed(0, 9)
                .mapToObj(digit -> start + digit)
                .filter(CheckDigits::luhn)
                .findFirst()
                .orElseThrow();
    }
}
