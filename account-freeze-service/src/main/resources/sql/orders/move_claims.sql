-- Moves the claims on an account to the institution that it turned out to be at.
-- A case that already has a claim on the account there has one claim afterwards. That one has ended only if both had: an order of the
-- moved account goes out, and the case sees it. Of two ends the later one counts. An end that does not count is kept in past_ends.
-- No order was sent for the account as it was named, so only incoming money has been booked there.
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
        revision = claim.revision + 1, due_at = excluded.due_at,
        (ended_at, end_details, past_ends) = (
            SELECT CASE WHEN ends.both THEN greatest(claim.ended_at, excluded.ended_at) END,
                   CASE WHEN ends.both THEN CASE WHEN ends.moved_is_later THEN excluded.end_details ELSE claim.end_details END END,
                   claim.past_ends || excluded.past_ends
                   || CASE WHEN claim.ended_at IS NOT NULL AND (NOT ends.both OR ends.moved_is_later)
                           THEN jsonb_build_array(claim.end_details || jsonb_build_object('at', claim.ended_at)) ELSE '[]' END
                   || CASE WHEN excluded.ended_at IS NOT NULL AND (NOT ends.both OR NOT ends.moved_is_later)
                           THEN jsonb_build_array(excluded.end_details || jsonb_build_object('at', excluded.ended_at)) ELSE '[]' END
            FROM (SELECT claim.ended_at IS NOT NULL AND excluded.ended_at IS NOT NULL AS both,
                         coalesce(excluded.ended_at > claim.ended_at, false) AS moved_is_later) ends))
SELECT case_id, reported_fen, received_fen FROM moved
