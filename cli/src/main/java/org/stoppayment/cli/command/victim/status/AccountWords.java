package org.stoppayment.cli.command.victim.status;

import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.common.v1.Account;

/** How a victim is told of an account: by the name of its bank and the last four characters of its number, and nothing else. */
final class AccountWords {

    private static final int SHOWN = 4;

    private final Console console;

    AccountWords(Console console) {
        this.console = console;
    }

    /** Such as {@code 工行, account ending 0018}. */
    String of(Account account) {
        return of(account.getInstitutionCode(), account.getNumber());
    }

    String of(String institutionCode, String number) {
        String bank = bank(institutionCode);
        return number.length() <= SHOWN
                ? console.text(StatusText.NO_NUMBER, bank)
                : console.text(StatusText.ENDING, bank, number.substring(number.length() - SHOWN));
    }

    private String bank(String institutionCode) {
        if (institutionCode.isEmpty()) {
            return console.text(StatusText.SOME_BANK);
        }
        String name = console.vocabulary().institutionName(institutionCode);
        return name.equals(institutionCode) ? console.text(StatusText.BANK_WITH_CODE, institutionCode) : name;
    }
}
