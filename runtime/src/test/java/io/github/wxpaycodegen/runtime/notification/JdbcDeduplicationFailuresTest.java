package io.github.wxpaycodegen.runtime.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A database that fails while a notification is claimed. A failure never looks like a claim. */
class JdbcDeduplicationFailuresTest {
    private final DataSource database = h2();

    /** Reports a conflict that no row explains, as of a trigger that the owner of the database has added. */
    @Test
    void reportsConflictWithoutRow() {
        server(database).createTable();
        JdbcDeduplication refused = server(failing(
                (method, sql) -> method.equals("executeUpdate") && sql.startsWith("INSERT"),
                new SQLException("rejected by a trigger", "23000")));

        assertThatThrownBy(() -> refused.claim("V3:1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rejected by a trigger");
    }

    /** Only a conflict can be resolved by another attempt. */
    @Test
    void otherFailuresAreReportedAtOnce() {
        server(database).createTable();
        for (String state : new String[] {"58000", null}) {
            AtomicInteger inserts = new AtomicInteger();
            JdbcDeduplication refused = server(failing(
                    (method, sql) ->
                            method.equals("executeUpdate") && sql.startsWith("INSERT") && inserts.incrementAndGet() > 0,
                    new SQLException("disk full", state)));

            assertThatThrownBy(() -> refused.claim("V3:1"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("disk full");
            assertThat(inserts).hasValue(1);
        }
    }

    @Test
    void failureOfAQueryEndsItsTransaction() {
        server(database).createTable();
        AtomicInteger rollbacks = new AtomicInteger();
        JdbcDeduplication refused = server(failing(
                (method, sql) -> {
                    if (method.equals("rollback")) {
                        rollbacks.incrementAndGet();
                    }
                    return method.equals("executeQuery");
                },
                null));

        assertThatThrownBy(() -> refused.claim("V3:1")).hasRootCauseMessage("executeQuery failed");
        assertThat(rollbacks).hasPositiveValue();
    }

    /** A pool may refuse to take back a connection with an open transaction. */
    @Test
    void queriesAndTheTableAreCommitted() {
        AtomicInteger commits = new AtomicInteger();
        JdbcDeduplication manual = server(failing(
                (method, sql) -> {
                    if (method.equals("commit")) {
                        commits.incrementAndGet();
                    }
                    return false;
                },
                null));

        manual.createTable();
        assertThat(commits).as("creation").hasValue(1);
        manual.verifyTable();
        assertThat(commits).as("query").hasValue(2);
    }

    @Test
    void reportsTableThatCannotBeCreated() {
        JdbcDeduplication refused = server(failing(
                (method, sql) -> method.startsWith("execute") && sql.contains("CREATE TABLE"),
                new SQLException("no permission to create a table", "42501")));

        assertThatThrownBy(refused::createTable)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the table wxpay_notification could not be created")
                .hasMessageContaining("no permission to create a table");
    }

    @Test
    void failureOfTheRollbackIsSuppressed() {
        server(database).createTable();
        JdbcDeduplication broken =
                server(failing((method, sql) -> method.equals("executeUpdate") || method.equals("rollback"), null));

        assertThatThrownBy(() -> broken.claim("V3:1"))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("executeUpdate failed")
                .satisfies(e -> assertThat(e.getCause().getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("rollback failed"));
    }

    private static JdbcDeduplication server(DataSource source) {
        return JdbcDeduplication.builder(source).build();
    }

    private static DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=60");
        return source;
    }

    /**
     * Returns a source of connections without automatic commit, of which some methods fail.
     *
     * @param failure null for one that names the method
     */
    private DataSource failing(Fault fault, @Nullable SQLException failure) {
        return (DataSource) failing(DataSource.class, database, "", fault, failure);
    }

    private static Object failing(
            Class<?> type, Object target, String sql, Fault fault, @Nullable SQLException failure) {
        return Proxy.newProxyInstance(
                JdbcDeduplicationFailuresTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    String current = args != null && args.length > 0 && args[0] instanceof String text ? text : sql;
                    if (fault.hits(method.getName(), current)) {
                        throw failure != null ? failure : new SQLException(method.getName() + " failed", "58000");
                    }
                    Object result;
                    try {
                        result = method.invoke(target, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (result instanceof Connection connection) {
                        connection.setAutoCommit(false);
                        return failing(Connection.class, connection, current, fault, failure);
                    }
                    if (result instanceof Statement statement) {
                        Class<?> kind =
                                statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
                        return failing(kind, statement, current, fault, failure);
                    }
                    return result;
                });
    }

    /** Decides which methods fail. */
    private interface Fault {
        boolean hits(String method, String sql);
    }
}
