package io.github.wxpaycodegen.runtime.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scripts that create the table of {@link JdbcDeduplication}. */
final class NotificationTable {
    /** The scripts by the product name that the JDBC driver reports. */
    private static final Map<String, String> SCRIPTS = Map.of(
            "PostgreSQL", "schema-postgresql.sql",
            "MySQL", "schema-mysql.sql",
            "MariaDB", "schema-mariadb.sql",
            "H2", "schema-h2.sql");

    private NotificationTable() {}

    /**
     * Creates the table unless there is one.
     *
     * @throws IllegalStateException if there is no script for the database
     */
    static void create(Connection connection, String table) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String script = SCRIPTS.get(product);
        if (script == null) {
            throw new IllegalStateException("there is no script that creates the table " + table + " in " + product
                    + ": create it yourself, with the columns of schema-postgresql.sql");
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(script, table)) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> statements(String script, String table) {
        String sql = read(script)
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"))
                // An index is in the schema of its table, so its name has none.
                .replace(
                        JdbcDeduplication.DEFAULT_TABLE + "_expires",
                        table.substring(table.indexOf('.') + 1) + "_expires")
                .replaceAll("\\b" + JdbcDeduplication.DEFAULT_TABLE + "\\b", table);
        return Stream.of(sql.split(";")).filter(each -> !each.isBlank()).toList();
    }

    private static String read(String script) {
        try (InputStream in = NotificationTable.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException(script + " is missing from this jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
