-- Accounts whose inflows have been weighed. The row is the lock under which an account is weighed: its orders are not locked for that.
CREATE TABLE weighed_account (
    institution_code text        NOT NULL,
    account_number   text        NOT NULL,
    weighed_at       timestamptz NOT NULL,
    PRIMARY KEY (institution_code, account_number)
);
