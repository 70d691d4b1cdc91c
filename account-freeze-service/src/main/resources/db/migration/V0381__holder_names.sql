-- Names of holders, as their institutions told them: a payer that is listed later has its name at once.
CREATE TABLE holder_name (
    institution_code text        NOT NULL,
    account_number   text        NOT NULL,
    name             text        NOT NULL CHECK (name <> ''), -- personal data
    told_at          timestamptz NOT NULL,
    PRIMARY KEY (institution_code, account_number)
);
