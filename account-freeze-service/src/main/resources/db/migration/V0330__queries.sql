-- 即时查询: what cases ask institutions about accounts, and what they answer. Names, document and telephone numbers are in answers and reports.
CREATE TABLE account_query (
    application_id      uuid PRIMARY KEY,
    case_id             uuid        NOT NULL,
    institution_code    text        NOT NULL,
    account_number      text        NOT NULL,
    account_name        text        NOT NULL,
    account_kind        text        NOT NULL,
    kind                text        NOT NULL CHECK (kind IN ('HOLDER', 'BALANCE', 'TRANSACTIONS', 'ACCOUNTS', 'WATCH', 'WATCH_END')),
    since               timestamptz, -- first moment of the bookings
    covers              boolean     NOT NULL, -- the bookings since then are all since the case's money came
    until               timestamptz, -- end of the watch
    watch_id            uuid REFERENCES account_query, -- the watch that it ends
    first_id            uuid        NOT NULL, -- the query for the first page
    page                integer     NOT NULL CHECK (page >= 1),
    previous_id         uuid REFERENCES account_query, -- the query for the page before
    page_token          text        NOT NULL,
    filing_number       text,        -- with the next three: the filing, when the query rests on it
    document_digest     text CHECK (document_digest ~ '^[0-9a-f]{64}$'),
    approved_by         text,        -- a person: organisation and badge number as told, as JSON
    approval_level      text CHECK (approval_level IN ('COUNTY', 'CITY')),
    basis_organisation  text        NOT NULL, -- that filed the case, or took the report
    reported_at         timestamptz, -- when it took the report
    reason              text        NOT NULL,
    ordered_by          text        NOT NULL, -- a person, as above
    requested_at        timestamptz NOT NULL,
    state               text        NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'ACCEPTED', 'IN_DOUBT', 'ANSWERED', 'DECLINED', 'MANUAL')),
    attempts            integer     NOT NULL,
    failures            integer     NOT NULL,
    first_failure_at    timestamptz,
    result_code         text        NOT NULL,
    manual_reason       text        NOT NULL,
    answer_digest       text,        -- SHA-256 of the answer; null before
    answer_has_part     boolean     NOT NULL, -- it has what was asked for
    answer_complete     boolean     NOT NULL,
    answer_lacking      text        NOT NULL, -- names of fields, separated by commas
    answered_at         timestamptz,
    due_at              timestamptz, -- when any replica may advance it
    answer_due_at       timestamptz, -- when any replica may apply what it was told; null when that is done
    answer_revision     integer     NOT NULL, -- grows with each thing that it was told
    version             integer     NOT NULL,
    CHECK ((kind = 'TRANSACTIONS') = (since IS NOT NULL)),
    CHECK ((kind = 'WATCH') = (until IS NOT NULL)),
    CHECK ((kind = 'WATCH_END') = (watch_id IS NOT NULL)),
    CHECK ((page = 1) = (previous_id IS NULL)),
    CHECK ((filing_number IS NULL) = (document_digest IS NULL) AND (filing_number IS NULL) = (approved_by IS NULL)
           AND (filing_number IS NULL) = (approval_level IS NULL)),
    CHECK ((answer_digest IS NULL) = (answered_at IS NULL)),
    CHECK (state <> 'ANSWERED' OR answer_digest IS NOT NULL OR kind = 'WATCH')
);

CREATE UNIQUE INDEX account_query_next_page ON account_query (previous_id) WHERE previous_id IS NOT NULL;
CREATE INDEX account_query_pages ON account_query (first_id, page);
CREATE INDEX account_query_case ON account_query (case_id, application_id);
CREATE INDEX account_query_watch ON account_query (watch_id) WHERE watch_id IS NOT NULL;
CREATE INDEX account_query_due ON account_query (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX account_query_answer_due ON account_query (answer_due_at) WHERE answer_due_at IS NOT NULL;
ALTER TABLE account_query ALTER COLUMN case_id SET (n_distinct = -0.5);

-- What was answered. Apart from the query, because it may be large and most look at the query only.
CREATE TABLE query_answer (
    application_id uuid PRIMARY KEY REFERENCES account_query,
    content        text NOT NULL -- as JSON
);

-- 动态查询反馈: what a watch has seen. A report that comes again has the same key.
CREATE TABLE watch_report (
    application_id uuid        NOT NULL REFERENCES account_query,
    report_key     text        NOT NULL, -- its number within the watch, else a digest of its content
    sequence       bigint,
    content        text        NOT NULL, -- as JSON
    received_at    timestamptz NOT NULL,
    applied        boolean     NOT NULL, -- its bookings are traced
    PRIMARY KEY (application_id, report_key)
);

CREATE INDEX watch_report_received ON watch_report (application_id, received_at);
