package org.stoppayment.cli.drill.plan;

import java.util.List;
import java.util.Locale;
import org.stoppayment.cli.suite.Registry.Institution;
import org.stoppayment.kernel.CheckDigits;

/**
 * Generates accounts: numbers with the BIN of the institution and a Luhn check digit, and fictitious names.
 *
 * <p>After the BIN come the number of the case (four digits), the number of the account within the case (two) and six random
 * digits. So all accounts of a drill differ, and drills with different seeds hardly ever share one.
 */
final class PartyGenerator {

    private static final String PAYMENT_PREFIX = "2088";
    private static final List<String> SURNAMES =
            List.of("赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨");
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";

    private final SeededRandom draw;
    private final List<Institution> banks;
    private final int ring;
    private int nextAccount;

    PartyGenerator(SeededRandom draw, List<Institution> banks, int ring) {
        this.draw = draw;
        this.banks = banks;
        this.ring = ring;
    }

    Ring.Party victim() {
        return party(draw.oneOf(SURNAMES) + "某");
    }

    Ring.Party mule() {
        int stem = draw.between(0, 99);
        return party(draw.oneOf(SURNAMES) + STEMS.charAt(stem / 10) + STEMS.charAt(stem % 10));
    }

    /** A different name, as a victim may mishear it. */
    static String misheard(String name) {
        return name.charAt(0) + "某某";
    }

    private Ring.Party party(String name) {
        Institution bank = draw.oneOf(banks);
        String digits = String.format(Locale.ROOT, "%04d%02d%06d", ring, nextAccount++, draw.between(0, 999_999));
        return bank.bin()
                .map(bin -> new Ring.Party(bank.code(), withLuhn(bin + digits), name, "ACCOUNT_KIND_BANK_PERSONAL"))
                .orElseGet(() -> new Ring.Party(bank.code(), PAYMENT_PREFIX + digits, name, "ACCOUNT_KIND_PAYMENT"));
    }

    private static String withLuhn(String digits) {
        for (char check = '0'; check <= '9'; check++) {
            if (CheckDigits.luhn(digits + check)) {
                return digits + check;
            }
        }
        throw new IllegalStateException("one of ten digits always passes Luhn");
    }
}
