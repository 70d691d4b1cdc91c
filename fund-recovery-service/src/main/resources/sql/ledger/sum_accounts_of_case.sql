-- Positions of a case by account, as recorded up to a moment, in the order of the accounts' first movements. An account is described as by its
-- latest entries; an empty part takes nothing away.
SELECT e.institution_code, e.account_number,
       coalesce((array_agg(e.account_name ORDER BY e.occurred_at DESC, e.event_id DESC, e.ordinal DESC)
                 FILTER (WHERE e.account_name <> ''))[1], '') AS account_name,
       coalesce((array_agg(e.account_kind ORDER BY e.occurred_at DESC, e.event_id DESC, e.ordinal DESC)
                 FILTER (WHERE e.account_kind <> 'UNSPECIFIED'))[1], 'UNSPECIFIED') AS account_kind,
-- include: sql/ledger/include/position_sums.sql
FROM ledger_entry e
WHERE e.case_id = :case_id AND e.recorded_at <= :recorded_until
GROUP BY e.institution_code, e.account_number
ORDER BY min(e.occurred_at), e.institution_code, e.account_number
