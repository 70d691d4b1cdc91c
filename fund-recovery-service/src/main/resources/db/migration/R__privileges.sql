-- What the role of the service may do: read and write rows, but no DDL. Runs again when this file or the role's name changes.
-- When the service uses the owner of the tables itself, there is nothing to grant.
DO $$
BEGIN
    IF current_user <> '${service_role}' THEN
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;
        GRANT USAGE ON SCHEMA public TO "${service_role}";
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "${service_role}";
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${service_role}";
        REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM "${service_role}";
        -- The ledger, the forms that were made and what was decided before are append-only.
        REVOKE UPDATE, DELETE ON inbox, ledger_entry, ledger_correction, refund_form, refund_approval_earlier FROM "${service_role}";
    END IF;
END
$$;
