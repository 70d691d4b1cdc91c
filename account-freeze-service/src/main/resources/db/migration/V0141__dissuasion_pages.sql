-- Pages of the list, newest first: of the entries that an officer has or had, and of a stopped account's.
CREATE INDEX dissuasion_claimed ON dissuasion (dissuasion_id) WHERE closed_at IS NULL AND claimed_at IS NOT NULL;
CREATE INDEX dissuasion_account ON dissuasion (institution_code, account_number, dissuasion_id);
