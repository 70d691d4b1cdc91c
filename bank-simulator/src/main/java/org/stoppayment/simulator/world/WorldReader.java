package org.stoppayment.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.behaviour.Mode;
import org.stoppayment.simulator.behaviour.ResponseMillis;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.ledger.Payment;
import org.stoppayment.simulator.wire.AccountId;

/**
 * Reads a {@code *.world.json} and reports all violations at once. Known accounts and deposits are left out of the {@link World}: a
 * known account keeps its balance, and a known deposit is not booked again. A new deposit into a known account adds to its balance.
 */
public final class WorldReader {

    private static final int MAX_ENTRIES = 100_000;
    private static final long MAX_SECONDS = 3_000_000_000L;
    private static final String KIND_PREFIX = "ACCOUNT_KIND_";

    private final FieldReader world;
    private final Set<String> institutionCodes;
    private final Ledger ledger;
    private final AccountResolver resolver;

    private WorldReader(JsonNode body, Set<String> institutionCodes, Ledger ledger) {
        this.world = FieldReader.ofMessage(body);
        this.institutionCodes = institutionCodes;
        this.ledger = ledger;
        this.resolver = new AccountResolver(ledger);
    }

    /** The world in {@code body}; throws {@link InvalidInput} with all violations. */
    public static World read(JsonNode body, Set<String> institutionCodes, Ledger ledger) {
        return new WorldReader(body, institutionCodes, ledger).read();
    }

    private World read() {
        List<World.InstitutionSetting> institutions = institutions();
        List<World.Account> accounts = accounts();
        List<World.Deposit> deposits = deposits();
        List<World.Move> moves = moves();
        world.throwIfInvalid();
        return new World(institutions, accounts, deposits, moves);
    }

    private List<World.InstitutionSetting> institutions() {
        List<World.InstitutionSetting> settings = new ArrayList<>();
        for (FieldReader fields : world.required("institutions").objects(MAX_ENTRIES)) {
            String code = fields.required("code").text(1, 64).orElse("");
            checkInstitution(fields, "code", code);
            fields.required("mode").text(1, 40);
            settings.add(new World.InstitutionSetting(
                    code,
                    SettingsReader.mode(fields).orElse(Mode.SYNC),
                    SettingsReader.responseMillis(fields).orElse(new ResponseMillis(0, 0))));
        }
        return settings;
    }

    private List<World.Account> accounts() {
        List<World.Account> accounts = new ArrayList<>();
        for (FieldReader fields : world.required("accounts").objects(MAX_ENTRIES)) {
            String code = fields.required("institutionCode").text(1, 64).orElse("");
            checkInstitution(fields, "institutionCode", code);
            String number = AccountNumber.normalise(fields.required("number")
                    .text(1, AccountNumber.MAX_CHARACTERS)
                    .orElse(""));
            AccountId id = new AccountId(code, number);
            String name = fields.required("name").text(1, 200).orElse("");
            AccountKind kind = kind(fields);
            long balanceFen =
                    fields.required("balanceFen").int64(0, Money.MAX_FEN).orElse(0L);
            checkNumber(fields, id);
            Optional<String> holder = ledger.holder(id);
            if (holder.isEmpty()) {
                accounts.add(new World.Account(id, name, kind, balanceFen));
            } else if (!holder.get().equals(name)) {
                fields.reject("name", "DIFFERS", "different", "the name of the known account");
            }
        }
        return accounts;
    }

    private void checkNumber(FieldReader fields, AccountId id) {
        if (id.number().isEmpty()) {
            return;
        }
        if (!AccountNumber.hasForm(id.number())) {
            fields.reject("number", "WRONG_FORM", Masking.mask(id.number()), "an account number");
        } else if (MagicAccount.of(id.number()).isPresent()) {
            fields.reject("number", "RESERVED", "of a magic account", "another number");
        } else if (!resolver.add(id)) {
            fields.reject("number", "DUPLICATE", Masking.mask(id.number()), "listed once");
        }
    }

    private List<World.Deposit> deposits() {
        List<World.Deposit> deposits = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (FieldReader fields : world.optional("deposits").objects(MAX_ENTRIES)) {
            String serial = fields.required("serial").text(1, 100).orElse("");
            Optional<String> from = fields.optional("from")
                    .text(1, AccountNumber.MAX_CHARACTERS)
                    .map(AccountNumber::normalise)
                    .filter(number -> !number.isEmpty());
            long amountFen =
                    fields.required("amountFen").int64(1, Money.MAX_FEN).orElse(0L);
            Instant at = fields.required("at").moment().orElse(Instant.EPOCH);
            Optional<AccountId> to = resolver.resolve(fields, "to");
            if (to.isEmpty()) {
                continue;
            }
            if (!seen.add(List.of(to.get(), serial))) {
                fields.reject("serial", "DUPLICATE", "repeated", "once for each account");
            }
            OptionalLong booked = ledger.depositFen(to.get(), serial);
            if (booked.isEmpty()) {
                boolean isInBalance = ledger.holder(to.get()).isEmpty();
                deposits.add(new World.Deposit(to.get(), serial, from, amountFen, at, isInBalance));
            } else if (booked.getAsLong() != amountFen) {
                fields.reject("amountFen", "DIFFERS", "different", "the amount of the known deposit");
            }
        }
        return deposits;
    }

    private List<World.Move> moves() {
        List<World.Move> moves = new ArrayList<>();
        Set<Payment> seen = new HashSet<>();
        for (FieldReader fields : world.optional("moves").objects(MAX_ENTRIES)) {
            BigDecimal seconds =
                    fields.required("afterSeconds").decimal(MAX_SECONDS).orElse(BigDecimal.ZERO);
            Optional<Payment.Kind> kind = fields.required("kind").oneOf(Payment.Kind.values());
            String serial = fields.required("serial").text(1, 100).orElse("");
            long amountFen =
                    fields.required("amountFen").int64(1, Money.MAX_FEN).orElse(0L);
            Optional<AccountId> from = resolver.resolve(fields, "from");
            Optional<AccountId> to = kind.filter(Payment.Kind.TRANSFER::equals).isPresent()
                    ? resolver.resolve(fields, "to")
                    : Optional.empty();
            if (from.isEmpty() || kind.isEmpty()) {
                continue;
            }
            if (from.equals(to)) {
                fields.reject("to", "SAME", "the paying account", "another account");
            }
            Payment payment = new Payment(from.get(), serial, kind.get(), amountFen, to);
            if (!seen.add(payment)) {
                fields.reject("serial", "DUPLICATE", "repeated", "once for each account, kind, sum and payee");
            }
            Duration after = Duration.ofMillis(
                    seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
            moves.add(new World.Move(payment, after));
        }
        moves.sort(Comparator.comparing(World.Move::after));
        return moves;
    }

    private static AccountKind kind(FieldReader fields) {
        Optional<String> name = fields.optional("kind").text(1, 60).map(WorldReader::withoutPrefix);
        if (name.isEmpty()) {
            return AccountKind.UNSPECIFIED;
        }
        Optional<AccountKind> kind = AccountKind.ofName(name.get());
        if (kind.isEmpty()) {
            fields.reject("kind", "UNKNOWN", "unknown", KIND_PREFIX + "BANK_PERSONAL and the like");
        }
        return kind.orElse(AccountKind.UNSPECIFIED);
    }

    private static String withoutPrefix(String kind) {
        String name = kind.toUpperCase(Locale.ROOT);
        return name.startsWith(KIND_PREFIX) ? name.substring(KIND_PREFIX.length()) : name;
    }

    private void checkInstitution(FieldReader fields, String field, String code) {
        if (!code.isEmpty() && !institutionCodes.contains(code)) {
            fields.reject(field, "UNKNOWN", code, "an institution of the registry");
        }
    }
}
