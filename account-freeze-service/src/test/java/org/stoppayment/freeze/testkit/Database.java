package org.stoppayment.freeze.testkit;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the service's tables. */
@Singleton
public class Database {

    /** Truncates the tables that have rows: of those that have none it would take as long. */
    private static final String EMPTY_TABLES = """
            DO $$
            DECLARE
                each text;
                has_rows boolean;
                filled text;
            BEGIN
                FOREACH each IN ARRAY string_to_array(
                    'inbox,stop_order,waiting_order,claim,reported_transfer,outflow,inflow,follow_up,finding,alert,outbox,trace,'
                    'traced_transfer,dissuasion,repeated_account,screened_account,withdrawn_case,stop_release,attention_closure,'
                    'filed_case,freeze_order,freeze_amendment,freeze_refund,objection_statement,objection,unrelated_funds,account_query,query_answer,'
                    'holder_name,watch_report,case_status,held_account', ',')
                LOOP
                    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', each) INTO has_rows;
                    IF has_rows THEN
                        filled := concat_ws(', ', filled, each);
                    END IF;
                END LOOP;
                IF filled IS NOT NULL THEN
                    EXECUTE 'TRUNCATE ' || filled || ' CASCADE';
                END IF;
            END
            $$""";

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    public void execute(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As if nothing had ever happened. */
    public void empty() {
        execute(EMPTY_TABLES);
    }

    /** The rows, each as its columns' text. */
    public List<List<String>> rows(String sql, String... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<List<String>> rows = new ArrayList<>();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(String.valueOf(result.getString(i)));
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public long number(String sql, String... parameters) {
        return Long.parseLong(rows(sql, parameters).get(0).get(0));
    }
}
