-- Moves the claims on an account to the institution that it turned out to be at.
-- A case that already has a claim on the account there has one claim afterwards, which has ended if that one has. On an account that no order was sent for,
-- only incoming money has been booked.
-- Tables of other features: claim (books).
WITH moved AS (
    DELETE FROM claim WHERE institution_code = :institution_code AND account_number = :account_number RETURNING *),
merged AS (
    INSERT INTO claim (case_id, institution_code, account_number, account_name, account_kind, level,
                       reported_fen, received_fen, not_followed, claimed_at, revision, traced_revision, due_at, ended_at,
                       end_details, past_ends)
    SELECT case_id, :to_institution_code, account_number, account_name, account_kind, level, reported_fen, received_fen,
           not_followed, claimed_at, revision + 1, traced_revision, :moved_at, ended_at,
           end_details, past_ends
    FROM moved ORDER BY case_id
    ON CONFLICT (case_id, institution_code, account_number) DO UPDATE
    SET reported_fen = claim.reported_fen + excluded.reported_fen,
        received_fen = claim.received_fen + excluded.received_fen,
        level = least(claim.level, excluded.level), claimed_at = least(claim.claimed_at, excluded.claimed_at),
        revision = claim.revision + 1, due_at = excluded.due_at)
SELECT case_id, reported_fen, received_fen FROM moved
