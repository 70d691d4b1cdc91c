-- What needs no attention, and has not changed since that was found, is not looked at again. Who changes a claim or an order changes
-- its revision or version, so that it is looked at again without further work; the exception is a trace step (apply_trace_step.sql).
ALTER TABLE claim
    ADD COLUMN attention_revision      integer, -- at which nothing of the account needed attention; empty: never found
    ADD COLUMN attention_threshold_fen bigint;  -- what was allowed to be unknown then
ALTER TABLE stop_order
    ADD COLUMN attention_version integer; -- the same for an order

-- Where to look: claims that have not been examined since they changed, if money of them is not all held or gone, or if they were
-- examined before; and orders without a hold.
CREATE INDEX claim_attention ON claim (claimed_at)
    WHERE ended_at IS NULL AND attention_revision IS DISTINCT FROM revision
      AND (attention_revision IS NOT NULL OR lapsed_fen > 0 OR lifted_fen > 0 OR reported_fen + received_fen
           > onward_fen + cash_fen + merchant_fen + restored_fen + held_fen + lapsed_fen + lifted_fen);
-- Claims to examine again when the rules allow less to be unknown than before.
CREATE INDEX claim_attention_threshold ON claim (attention_threshold_fen)
    WHERE ended_at IS NULL AND attention_revision = revision;
CREATE INDEX stop_order_attention ON stop_order (placed_at)
    WHERE state IN ('DECLINED', 'HELD_BY_OTHER', 'MANUAL') AND (live OR attention_version IS DISTINCT FROM version);
DROP INDEX claim_not_located, claim_unheld, stop_order_without_hold;

-- Findings that no alert was raised for yet.
ALTER TABLE finding ADD COLUMN alerted boolean NOT NULL DEFAULT false;
UPDATE finding SET alerted = true
WHERE EXISTS (SELECT FROM alert WHERE alert.application_id = finding.application_id AND alert.kind = finding.kind
                                  AND alert.occurrence = finding.occurrence);
CREATE INDEX finding_unalerted ON finding (application_id) WHERE NOT alerted;
