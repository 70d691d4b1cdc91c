-- An order is urgent (emergencyLevel 01) when its case names a known mule; it stays so.
ALTER TABLE stop_order ADD COLUMN urgent boolean NOT NULL DEFAULT false;
ALTER TABLE waiting_order ADD COLUMN urgent boolean NOT NULL DEFAULT false;

CREATE INDEX stop_order_urgent ON stop_order (case_id) WHERE urgent;
CREATE INDEX waiting_order_urgent ON waiting_order (case_id) WHERE urgent;

-- Accounts that more than one order was made for. The registry of mules (断卡) looks at no others; whether one is a mule, and its
-- history, follow from its claims and orders.
CREATE TABLE repeated_account (
    institution_code text        NOT NULL,
    account_number   text        NOT NULL,
    since            timestamptz NOT NULL,
    PRIMARY KEY (institution_code, account_number)
);

CREATE INDEX repeated_account_number ON repeated_account (account_number);
