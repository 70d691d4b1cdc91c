-- What fund-recovery is told: rows of which something is to be told are marked. What exists already is marked by the defaults, and told in
-- batches. publications counts how often a row was told, which is the revision of the fact.
ALTER TABLE reported_transfer
    ADD COLUMN unpublished    boolean NOT NULL DEFAULT true,
    ADD COLUMN publications   integer NOT NULL DEFAULT 0,
    ADD COLUMN published_loss boolean; -- whether it was told as a loss of the victim's; null: it was never told
ALTER TABLE outflow
    ADD COLUMN unpublished  boolean NOT NULL DEFAULT true,
    ADD COLUMN publications integer NOT NULL DEFAULT 0;
ALTER TABLE inflow
    ADD COLUMN unpublished  boolean NOT NULL DEFAULT true,
    ADD COLUMN publications integer NOT NULL DEFAULT 0;

-- Orders are told once they are or were in effect, and freezes once they began.
ALTER TABLE stop_order
    ADD COLUMN unpublished  boolean NOT NULL DEFAULT true,
    ADD COLUMN publications integer NOT NULL DEFAULT 0;
ALTER TABLE freeze_order
    ADD COLUMN unpublished  boolean NOT NULL DEFAULT true,
    ADD COLUMN publications integer NOT NULL DEFAULT 0;

-- Answers are told once their bookings are traced. publications counts at the query for the first page.
ALTER TABLE account_query
    ADD COLUMN unpublished  boolean NOT NULL DEFAULT true,
    ADD COLUMN publications integer NOT NULL DEFAULT 0;
CREATE INDEX account_query_unpublished ON account_query (application_id)
    WHERE unpublished AND kind IN ('BALANCE', 'TRANSACTIONS') AND answered_at IS NOT NULL AND answer_due_at IS NULL;

CREATE INDEX reported_transfer_unpublished ON reported_transfer (case_id) WHERE unpublished;
CREATE INDEX outflow_unpublished ON outflow (institution_code, account_number) WHERE unpublished;
CREATE INDEX inflow_unpublished ON inflow (institution_code, account_number) WHERE unpublished;
CREATE INDEX stop_order_unpublished ON stop_order (application_id) WHERE unpublished AND (counted OR publications > 0);
CREATE INDEX freeze_order_unpublished ON freeze_order (application_id)
    WHERE unpublished AND (began_at IS NOT NULL OR publications > 0);

-- A submission without a transfer that names the victim: nothing else would have the name told.
ALTER TABLE inbox ADD COLUMN unpublished boolean NOT NULL DEFAULT false;
CREATE INDEX inbox_unpublished ON inbox (case_id) WHERE unpublished;

-- Whose account it is may have turned out differently: what of the case's transfers is a loss is looked at again.
ALTER TABLE trace ADD COLUMN losses_due boolean NOT NULL DEFAULT false;
CREATE INDEX trace_losses_due ON trace (case_id) WHERE losses_due;

-- Cases of which it is told that they are filed, closed or withdrawn.
CREATE TABLE case_status (
    case_id      uuid PRIMARY KEY,
    unpublished  boolean NOT NULL DEFAULT true,
    publications integer NOT NULL DEFAULT 0
);

CREATE INDEX case_status_unpublished ON case_status (case_id) WHERE unpublished;

INSERT INTO case_status (case_id)
SELECT case_id FROM filed_case UNION SELECT case_id FROM withdrawn_case;
