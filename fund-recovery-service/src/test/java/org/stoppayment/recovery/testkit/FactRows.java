package org.stoppayment.recovery.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Writes facts as the service stores them, and has the accounts that they concern computed. Sums in fen. */
public final class FactRows {

    private static final String NAME = "账户";

    private final Books books;

    public FactRows(Books books) {
        this.books = books;
    }

    /** A victim paid into an account, from one of the victim's own. */
    public UUID paid(UUID caseId, AccountRef.Key payee, long fen, Instant at) {
        return paidFrom(caseId, ofVictim(caseId), payee, fen, at);
    }

    /** As many victims paid into an account, one a second, each from an account of the own. */
    public void paidByMany(int victims, AccountRef.Key payee, long fen, Instant at) {
        write("""
                INSERT INTO reported_transfer (transfer_id, revision, case_id, payer_institution_code, payer_number, payer_name,
                    payer_kind, institution_code, account_number, account_name, account_kind, amount_fen, transferred_at, serial,
                    is_loss)
                SELECT gen_random_uuid(), 1, gen_random_uuid(), '103100000026', '6228' || i, '卡主', 'BANK_PERSONAL', ?, ?, ?,
                       'BANK_PERSONAL', ?, ?::timestamptz + i * interval '1 second', '', true
                FROM generate_series(1, ?) i""", payee.institutionCode(), payee.number(), NAME, fen, at, victims);
        touch(payee);
    }

    /** The account of the victim of a case. */
    public static AccountRef.Key ofVictim(UUID caseId) {
        return new AccountRef.Key("103100000026", "6228" + Math.floorMod(caseId.hashCode(), 1_000_000_000));
    }

    /** A victim paid cash into an account: the report names no account that paid. */
    public UUID deposited(UUID caseId, AccountRef.Key payee, long fen, Instant at) {
        return paidFrom(caseId, new AccountRef.Key("", ""), payee, fen, at);
    }

    /** An institution told of cash that came in. */
    public void creditedInCash(AccountRef.Key payee, String serial, long fen, Instant at) {
        book(payee, "IN", "CASH", serial, fen, at, "", "");
        touch(payee);
    }

    /** A victim paid into an account, and the report names the account that paid. */
    public UUID paidFrom(UUID caseId, AccountRef.Key payer, AccountRef.Key payee, long fen, Instant at) {
        UUID transferId = FreshIds.next();
        write(
                """
                INSERT INTO reported_transfer (transfer_id, revision, case_id, payer_institution_code, payer_number, payer_name,
                    payer_kind, institution_code, account_number, account_name, account_kind, amount_fen, transferred_at, serial,
                    is_loss)
                VALUES (?, 1, ?, ?, ?, '卡主', 'BANK_PERSONAL', ?, ?, ?, 'BANK_PERSONAL', ?, ?, '', true)""",
                transferId,
                caseId,
                payer.institutionCode(),
                payer.number(),
                payee.institutionCode(),
                payee.number(),
                NAME,
                fen,
                at);
        touch(payee);
        return transferId;
    }

    /** An institution told that money left an account for another. */
    public void moved(AccountRef.Key payer, AccountRef.Key payee, String serial, long fen, Instant at) {
        book(payer, "OUT", "TRANSFER", serial, fen, at, payee.institutionCode(), payee.number());
        touch(payer);
        touch(payee);
    }

    /** An institution told that cash left an account. */
    public void cash(AccountRef.Key payer, String serial, long fen, Instant at) {
        book(payer, "OUT", "CASH", serial, fen, at, "", "");
        touch(payer);
    }

    /** An institution told of money that came in. */
    public void credited(AccountRef.Key payee, String serial, long fen, Instant at, AccountRef.Key payer) {
        book(payee, "IN", "TRANSFER", serial, fen, at, payer.institutionCode(), payer.number());
        touch(payee);
    }

    /** An institution told a balance. */
    public void balance(AccountRef.Key account, long fen, Instant at) {
        write("""
                INSERT INTO balance (application_id, revision, institution_code, account_number, balance_fen, as_of)
                VALUES (?, 1, ?, ?, ?, ?)""", FreshIds.next(), account.institutionCode(), account.number(), fen, at);
        touch(account);
    }

    /** A stop or a freeze holds money. */
    public UUID hold(UUID caseId, AccountRef.Key account, String measure, long fen, Instant at) {
        UUID holdId = FreshIds.next();
        write("""
                INSERT INTO hold (hold_id, revision, case_id, institution_code, account_number, account_name, account_kind, measure,
                    is_in_effect, held_fen, began_at, expires_at, approval_level)
                VALUES (?, 1, ?, ?, ?, ?, 'BANK_PERSONAL', ?, true, ?, ?, ?::timestamptz + interval '20 years',
                    CASE WHEN ? = 'FREEZE' THEN 'CITY' END)""", holdId, caseId, account.institutionCode(), account.number(), NAME, measure, fen, at, at, measure);
        touch(account);
        return holdId;
    }

    /** A case is filed. */
    public void filed(UUID caseId, String victimName, Instant at) {
        write("""
                INSERT INTO recovery_case (case_id, victim_name, status_revision, filing_number, filing_organisation, filed_at)
                VALUES (?, ?, 1, 'A350100', '市局', ?)""", caseId, victimName, at);
    }

    /** The report of a filed case was taken by a desk. */
    public void reported(UUID caseId, String station, Instant at) {
        write("UPDATE recovery_case SET organisation = ?, received_at = ? WHERE case_id = ?", station, at, caseId);
    }

    /** The number of a filing is corrected. */
    public void filingCorrected(UUID caseId, String number) {
        write("UPDATE recovery_case SET filing_number = ? WHERE case_id = ?", number, caseId);
    }

    /** The institution told the name of the holder of a held account. */
    public void holderNamed(AccountRef.Key account, String name) {
        write(
                "UPDATE hold SET account_name = ? WHERE institution_code = ? AND account_number = ?",
                name,
                account.institutionCode(),
                account.number());
    }

    private void book(
            AccountRef.Key account,
            String direction,
            String kind,
            String serial,
            long fen,
            Instant at,
            String counterpartyCode,
            String counterpartyNumber) {
        write(
                """
                INSERT INTO booking (institution_code, account_number, direction, serial, ordinal, revision, account_name, account_kind,
                    kind, amount_fen, booked_at, sequence, counterparty_institution_code, counterparty_number, counterparty_name,
                    counterparty_kind, is_replaced)
                VALUES (?, ?, ?, ?, 1, 1, ?, 'BANK_PERSONAL', ?, ?, ?, 0, ?, ?, '', 'UNSPECIFIED', false)""",
                account.institutionCode(),
                account.number(),
                direction,
                serial,
                NAME,
                kind,
                fen,
                at,
                counterpartyCode,
                counterpartyNumber);
    }

    /** Has an account computed. */
    public void touch(AccountRef.Key account) {
        write("""
                INSERT INTO attributed_account (institution_code, account_number, revision, due_at)
                VALUES (?, ?, 1, '2020-01-01Z')
                ON CONFLICT (institution_code, account_number) DO UPDATE SET
                    revision = attributed_account.revision + 1, due_at = excluded.due_at""", account.institutionCode(), account.number());
    }

    private void write(String sql, Object... values) {
        try (Connection connection = books.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
