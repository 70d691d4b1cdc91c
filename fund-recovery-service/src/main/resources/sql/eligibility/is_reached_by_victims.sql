-- Whether victims paid into an account, or their money reached it; but for an account from which the victim of the case paid.
-- Tables of other features: reported_transfer (facts), attributed_account (attribution).
SELECT NOT EXISTS (
           SELECT FROM reported_transfer own
           WHERE own.payer_institution_code = :institution_code AND own.payer_number = :account_number AND own.is_loss
             AND own.case_id = :case_id)
       AND (EXISTS (
                SELECT FROM reported_transfer t
                WHERE t.institution_code = :institution_code AND t.account_number = :account_number AND t.is_loss)
            OR EXISTS (
                SELECT FROM attributed_account a
                WHERE a.institution_code = :institution_code AND a.account_number = :account_number AND a.level IS NOT NULL)) AS is_reached
