-- Grows when a transfer is put right, or its account turns out to be at another institution: who read it before reads it again.
ALTER TABLE reported_transfer ADD COLUMN version integer NOT NULL DEFAULT 0;
