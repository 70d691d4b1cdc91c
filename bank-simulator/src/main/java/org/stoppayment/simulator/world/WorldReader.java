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
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.simulator.MagicAccount;
import org.stoppayment.simulator.Mode;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.ledger.Payment;
import org.stoppayment.simulator.wire.AccountId;
import org.stoppayment.simulator.wire.Fields;

/**
 * Reads one {@code *.world.json} against what is known already, and names everything that is wrong with it at once. What a
 * world repeats is left out of the {@link World}: a known account keeps its balance, a known deposit is not booked again;
 * a new deposit into a known account adds to its balance.
 */
public final class WorldReader {

    private static final int MOST = 100_000;
    private static final String KIND_PREFIX = "ACCOUNT_KIND_";

    private final Fields world;
    private final Set<String> institutionCodes;
    private final Ledger ledger;
    private final Parties parties;

    private WorldReader(JsonNode body, Set<String> institutionCodes, Ledger ledger) {
        this.world = Fields.of(body);
        this.institutionCodes = institutionCodes;
        this.ledger = ledger;
        this.parties = new Parties(ledger);
    }

    /** The world in {@code body}; throws {@link InvalidInput} with every finding. */
    public static World read(JsonNode body, Set<String> institutionCodes, Ledger ledger) {
        return new WorldReader(body, institutionCodes, ledger).read();
    }

    private World read() {
        List<World.InstitutionSetting> institutions = institutions();
        List<World.Account> accounts = accounts();
        List<World.Deposit> deposits = deposits();
        List<World.Move> moves = moves();
        world.refuseFindings();
        return new World(institutions, accounts, deposits, moves);
    }

    private List<World.InstitutionSetting> institutions() {
        List<World.InstitutionSetting> settings = new ArrayList<>();
        for (Fields fields : world.requiredObjects("institutions", MOST)) {
            String code = fields.requiredText("code", 64);
            checkInstitution(fields, "code", code);
            fields.requiredText("mode", 40);
            settings.add(new World.InstitutionSetting(
                    code,
                    Settings.mode(fields).orElse(Mode.SYNC),
                    Settings.responseMillis(fields).orElse(new ResponseMillis(0, 0))));
        }
        return settings;
    }

    private List<World.Account> accounts() {
        List<World.Account> accounts = new ArrayList<>();
        for (Fields fields : world.requiredObjects("accounts", MOST)) {
            String code = fields.requiredText("institutionCode", 64);
            checkInstitution(fields, "institutionCode", code);
            String number = AccountNumber.normalise(fields.requiredText("number", AccountNumber.MAX_CHARACTERS));
            AccountId id = new AccountId(code, number);
            String name = fields.requiredText("name", 200);
            AccountKind kind = kind(fields);
            long balanceFen = fields.requiredFen("balanceFen", 0);
            checkNumber(fields, id);
            Optional<String> holder = ledger.holder(id);
            if (holder.isEmpty()) {
                accounts.add(new World.Account(id, name, kind, balanceFen));
            } else if (!holder.get().equals(name)) {
                fields.note("name", "DIFFERS", "name: another (expected: the name that the known account has)");
            }
        }
        return accounts;
    }

    private void checkNumber(Fields fields, AccountId id) {
        if (id.number().isEmpty()) {
            return;
        }
        if (!AccountNumber.hasForm(id.number())) {
            fields.note(
                    "number", "WRONG_FORM", "number: " + Masking.mask(id.number()) + " (expected: an account number)");
        } else if (MagicAccount.of(id.number()).isPresent()) {
            fields.note("number", "RESERVED", "number: a magic account's (expected: an ordinary one)");
        } else if (!parties.add(id)) {
            fields.note("number", "DUPLICATE", "number: " + Masking.mask(id.number()) + " (expected: listed once)");
        }
    }

    private List<World.Deposit> deposits() {
        List<World.Deposit> deposits = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Fields fields : world.objects("deposits", MOST)) {
            String serial = fields.requiredText("serial", 100);
            Optional<String> from = fields.text("from", AccountNumber.MAX_CHARACTERS)
                    .map(AccountNumber::normalise)
                    .filter(number -> !number.isEmpty());
            long amountFen = fields.requiredFen("amountFen", 1);
            Instant at = fields.requiredMoment("at");
            Optional<AccountId> to = parties.resolve(fields, "to");
            if (to.isEmpty()) {
                continue;
            }
            if (!seen.add(List.of(to.get(), serial))) {
                fields.note("serial", "DUPLICATE", "serial: again (expected: once for each account)");
            }
            OptionalLong booked = ledger.depositFen(to.get(), serial);
            if (booked.isEmpty()) {
                boolean isInBalance = ledger.holder(to.get()).isEmpty();
                deposits.add(new World.Deposit(to.get(), serial, from, amountFen, at, isInBalance));
            } else if (booked.getAsLong() != amountFen) {
                fields.note("amountFen", "DIFFERS", "amountFen: another (expected: the sum of the known deposit)");
            }
        }
        return deposits;
    }

    private List<World.Move> moves() {
        List<World.Move> moves = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Fields fields : world.objects("moves", MOST)) {
            BigDecimal seconds = fields.requiredSeconds("afterSeconds");
            Optional<Payment.Kind> kind = paymentKind(fields);
            String serial = fields.requiredText("serial", 100);
            long amountFen = fields.requiredFen("amountFen", 1);
            Optional<AccountId> from = parties.resolve(fields, "from");
            Optional<AccountId> to = kind.filter(Payment.Kind.TRANSFER::equals).isPresent()
                    ? parties.resolve(fields, "to")
                    : Optional.empty();
            if (from.isEmpty() || kind.isEmpty()) {
                continue;
            }
            if (from.equals(to)) {
                fields.note("to", "SAME", "to: the paying account (expected: another)");
            }
            if (!seen.add(List.of(from.get(), serial))) {
                fields.note("serial", "DUPLICATE", "serial: again (expected: once for each account)");
            }
            Duration after = Duration.ofMillis(
                    seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
            moves.add(new World.Move(new Payment(from.get(), serial, kind.get(), amountFen, to), after));
        }
        moves.sort(Comparator.comparing(World.Move::after));
        return moves;
    }

    private static Optional<Payment.Kind> paymentKind(Fields fields) {
        String text = fields.requiredText("kind", 40);
        for (Payment.Kind kind : Payment.Kind.values()) {
            if (kind.name().equals(text)) {
                return Optional.of(kind);
            }
        }
        if (!text.isEmpty()) {
            fields.note("kind", "UNKNOWN", "kind: unknown (expected: TRANSFER, CASH or MERCHANT)");
        }
        return Optional.empty();
    }

    private static AccountKind kind(Fields fields) {
        Optional<String> text = fields.text("kind", 60).map(kind -> kind.toUpperCase(Locale.ROOT));
        if (text.isEmpty()) {
            return AccountKind.UNSPECIFIED;
        }
        for (AccountKind kind : AccountKind.values()) {
            if (text.get().equals(kind.name()) || text.get().equals(KIND_PREFIX + kind.name())) {
                return kind;
            }
        }
        fields.note("kind", "UNKNOWN", "kind: unknown (expected: " + KIND_PREFIX + "BANK_PERSONAL and the like)");
        return AccountKind.UNSPECIFIED;
    }

    private void checkInstitution(Fields fields, String field, String code) {
        if (!code.isEmpty() && !institutionCodes.contains(code)) {
            fields.note(field, "UNKNOWN", field + ": " + code + " (expected: an institution of the registry)");
        }
    }
}
