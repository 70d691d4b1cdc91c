-- Accounts that something of ours holds or held: when it is looked at whether their institutions are to be asked about them, without a
-- person asking.
CREATE TABLE held_account (
    institution_code text        NOT NULL,
    account_number   text        NOT NULL,
    statement_due_at timestamptz, -- when it is looked at whether a statement is needed; null when there is no reason to
    statements_asked integer     NOT NULL DEFAULT 0 CHECK (statements_asked >= 0), -- since something new was told of the account
    balance_due_at   timestamptz, -- when the balance is asked for; null when nothing holds the account
    marks            integer     NOT NULL DEFAULT 0, -- how often something new was told of it
    PRIMARY KEY (institution_code, account_number)
);

CREATE INDEX held_account_statement_due ON held_account (statement_due_at) WHERE statement_due_at IS NOT NULL;
CREATE INDEX held_account_balance_due ON held_account (balance_due_at) WHERE balance_due_at IS NOT NULL;

-- The statements and balances of an account.
CREATE INDEX account_query_account ON account_query (institution_code, account_number) WHERE kind IN ('BALANCE', 'TRANSACTIONS');

INSERT INTO held_account (institution_code, account_number, statement_due_at, balance_due_at)
SELECT institution_code, account_number, now(), now()
FROM (SELECT institution_code, account_number FROM stop_order WHERE state = 'IN_EFFECT'
      UNION
      SELECT institution_code, account_number FROM freeze_order WHERE state IN ('IN_EFFECT', 'PARTIAL')) h;
