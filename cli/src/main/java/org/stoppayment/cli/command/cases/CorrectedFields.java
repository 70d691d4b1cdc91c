package org.stoppayment.cli.command.cases;

import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.Yuan;
import org.stoppayment.cli.institutions.InstitutionLookup;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.Money;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Transfer;
import picocli.CommandLine.Option;

/** What of a transfer reads otherwise than it was reported. */
final class CorrectedFields {

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the payee as it should read.")
    private @Nullable String name;

    @Option(names = "--number", paramLabel = "NUMBER", description = "Account number of the payee as it should read.")
    private @Nullable String number;

    @Option(
            names = "--bank",
            paramLabel = "BANK",
            description = "Institution of the payee: code, name or short name; see: stoppay institutions list")
    private @Nullable String bank;

    @Option(names = "--amount", paramLabel = "YUAN", description = "Sum in yuan, such as 140,000.00.")
    private @Nullable String amount;

    /** True when at least one is given. */
    boolean isGiven() {
        return name != null || number != null || bank != null || amount != null;
    }

    /** Fails when one is empty, or the sum is none. */
    void check() {
        requireText("--name", name);
        requireText("--number", number);
        requireText("--bank", bank);
        if (amount != null && Yuan.fen(amount).isEmpty()) {
            throw CliException.usage(
                    CaseText.AMOUNT_INVALID, amount, Money.ofFen(Money.MAX_FEN).toString());
        }
    }

    private static void requireText(String option, @Nullable String value) {
        if (value != null && value.isBlank()) {
            throw CliException.usage(CaseText.OPTION_EMPTY, option);
        }
    }

    /** The transfer with these fields; fails when it reads so already. */
    Transfer applyTo(Transfer reported, InstitutionLookup institutions) {
        Transfer.Builder corrected = reported.toBuilder();
        Account.Builder payee = corrected.getPayeeBuilder();
        Optional.ofNullable(name).map(String::strip).ifPresent(payee::setName);
        Optional.ofNullable(number).map(CorrectedFields::digits).ifPresent(payee::setNumber);
        Optional.ofNullable(bank)
                .map(typed -> institutions.codeOf("--bank", typed))
                .ifPresent(payee::setInstitutionCode);
        Optional.ofNullable(amount).flatMap(Yuan::fen).ifPresent(corrected::setAmountFen);
        Transfer after = corrected.build();
        if (after.equals(reported)) {
            throw CliException.usage(CaseText.NOTHING_CHANGED);
        }
        return after;
    }

    /** As the service normalises it: half-width, without spaces and hyphens. */
    private static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }
}
