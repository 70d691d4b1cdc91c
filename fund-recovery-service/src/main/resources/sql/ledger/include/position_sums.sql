-- Positions of ledger entries e, in fen. Money that leaves REPORTED was reported. A sum that no bigint can hold fails.
coalesce(sum(CASE 'REPORTED' WHEN e.credited THEN e.amount_fen WHEN e.debited THEN -e.amount_fen END), 0)::bigint AS reported_fen,
coalesce(sum(CASE 'HELD' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen END), 0)::bigint AS held_fen,
coalesce(sum(CASE 'LAPSED' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen END), 0)::bigint AS lapsed_fen,
coalesce(sum(CASE 'LIFTED' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen END), 0)::bigint AS lifted_fen,
coalesce(sum(CASE 'UNKNOWN' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen END), 0)::bigint AS unknown_fen,
coalesce(sum(CASE 'ONWARD' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen END), 0)::bigint AS onward_fen,
coalesce(sum(CASE 'CASH' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen END), 0)::bigint AS cash_fen,
coalesce(sum(CASE 'MERCHANT' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen END), 0)::bigint AS merchant_fen,
coalesce(sum(CASE 'RESTORED' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen END), 0)::bigint AS restored_fen,
coalesce(sum(CASE 'FROZEN' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen END), 0)::bigint AS frozen_fen,
coalesce(sum(CASE 'RETURNED' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen END), 0)::bigint AS returned_fen
