package io.github.wxpaycodegen.runtime.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.notification.Deduplication.Claim;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcDeduplicationTest {
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration RETENTION = Duration.ofDays(7);

    @Nested
    class OnH2 extends EachDatabase {
        private final DataSource database = h2();

        @Override
        DataSource dataSource() {
            return database;
        }
    }

    @Nested
    class OnPostgreSql extends EachDatabase {
        @RegisterExtension
        private static final RunningServer SERVER = new RunningServer(DatabaseServer::postgres);

        @Override
        DataSource dataSource() {
            return SERVER.dataSource();
        }
    }

    @Nested
    class OnMariaDb extends EachDatabase {
        @RegisterExtension
        private static final RunningServer SERVER = new RunningServer(DatabaseServer::mariaDb);

        @Override
        DataSource dataSource() {
            return SERVER.dataSource();
        }
    }

    /** A database server that runs while the tests of a class do. They are skipped if it is not installed. */
    private static final class RunningServer implements BeforeAllCallback, AfterAllCallback {
        private final Callable<DatabaseServer> start;
        private @Nullable DatabaseServer server;

        RunningServer(Callable<DatabaseServer> start) {
            this.start = start;
        }

        @Override
        public void beforeAll(ExtensionContext context) throws Exception {
            server = start.call();
        }

        @Override
        public void afterAll(ExtensionContext context) throws Exception {
            if (server != null) {
                server.close();
            }
        }

        DataSource dataSource() {
            return Objects.requireNonNull(server).dataSource();
        }
    }

    /** Tests on each database. A test has a table of its own, two servers that share it, and their clock. */
    abstract static class EachDatabase {
        private final String table = "n_" + UUID.randomUUID().toString().replace('-', '_');
        private final MovableClock clock = new MovableClock();
        private JdbcDeduplication one;
        private JdbcDeduplication other;

        abstract DataSource dataSource();

        @BeforeEach
        void createTable() {
            one = server();
            other = server();
            one.createTable();
        }

        private JdbcDeduplication server() {
            return server(dataSource());
        }

        private JdbcDeduplication server(DataSource source) {
            return JdbcDeduplication.builder(source)
                    .table(table)
                    .clock(clock)
                    .claimTimeout(CLAIM)
                    .retention(RETENTION)
                    .build();
        }

        @Test
        void oneServerHandlesTheNotification() {
            assertThat(one.claim("V3:1")).isEqualTo(Claim.CLAIMED);
            assertThat(one.claim("V3:1")).isEqualTo(Claim.IN_PROGRESS);
            assertThat(other.claim("V3:1")).isEqualTo(Claim.IN_PROGRESS);

            one.done("V3:1");

            assertThat(one.claim("V3:1")).isEqualTo(Claim.DONE);
            assertThat(other.claim("V3:1")).isEqualTo(Claim.DONE);
        }

        @Test
        void releasedNotificationIsClaimedAgain() {
            one.claim("V3:1");

            one.release("V3:1");

            assertThat(other.claim("V3:1")).isEqualTo(Claim.CLAIMED);
        }

        @Test
        void claimOfFailedServerExpires() {
            one.claim("V3:1");

            clock.move(CLAIM.minusMillis(1));
            assertThat(other.claim("V3:1")).isEqualTo(Claim.IN_PROGRESS);
            clock.move(Duration.ofMillis(1));
            assertThat(other.claim("V3:1")).isEqualTo(Claim.CLAIMED);
        }

        @Test
        void runningHandlerKeepsItsProcessFromClaimingAgain() {
            one.claim("V3:1");

            clock.move(CLAIM.multipliedBy(2));

            assertThat(one.claim("V3:1")).isEqualTo(Claim.IN_PROGRESS);
        }

        @Test
        void lateFailureKeepsTheClaimOfAnotherServer() {
            one.claim("V3:1");
            clock.move(CLAIM);
            other.claim("V3:1");

            one.release("V3:1");

            assertThat(server().claim("V3:1")).isEqualTo(Claim.IN_PROGRESS);
        }

        @Test
        void lateSuccessCountsAfterTheClaimWasTakenOver() {
            one.claim("V3:1");
            clock.move(CLAIM);
            other.claim("V3:1");

            one.done("V3:1");
            other.release("V3:1");

            assertThat(server().claim("V3:1")).isEqualTo(Claim.DONE);
        }

        @Test
        void lateSuccessCountsAfterTheClaimWasDeleted() {
            one.claim("V3:1");
            clock.move(CLAIM);
            assertThat(other.deleteExpired()).isEqualTo(1);

            one.done("V3:1");

            assertThat(other.claim("V3:1")).isEqualTo(Claim.DONE);
        }

        @Test
        void oneOfManyServersGetsTheClaim() throws Exception {
            assertThat(claimAtOnce("V3:1")).containsOnlyOnce(Claim.CLAIMED).contains(Claim.IN_PROGRESS);
        }

        @Test
        void oneOfManyServersTakesOverAnExpiredClaim() throws Exception {
            one.claim("V3:1");
            clock.move(CLAIM);

            assertThat(claimAtOnce("V3:1")).containsOnlyOnce(Claim.CLAIMED).contains(Claim.IN_PROGRESS);
        }

        private List<Claim> claimAtOnce(String id) throws Exception {
            return atOnce(6, () -> server()::claim, id);
        }

        @Test
        void manyServersCreateTheTable() throws Exception {
            String fresh = table + "_fresh";
            atOnce(
                    4,
                    () -> {
                        JdbcDeduplication server = JdbcDeduplication.builder(dataSource())
                                .table(fresh)
                                .build();
                        return id -> {
                            server.createTable();
                            return server.claim(id);
                        };
                    },
                    "V3:1");

            JdbcDeduplication.builder(dataSource()).table(fresh).build().verifyTable();
        }

        private static List<Claim> atOnce(int servers, Callable<Function<String, Claim>> server, String id)
                throws Exception {
            CyclicBarrier start = new CyclicBarrier(servers);
            ExecutorService threads = Executors.newFixedThreadPool(servers);
            try {
                List<Future<Claim>> claims = new ArrayList<>();
                for (int i = 0; i < servers; i++) {
                    Function<String, Claim> each = server.call();
                    claims.add(threads.submit(() -> {
                        start.await();
                        return each.apply(id);
                    }));
                }
                List<Claim> results = new ArrayList<>();
                for (Future<Claim> each : claims) {
                    results.add(each.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void forgetsHandledNotificationsAfterTheirRetention() {
            one.claim("V3:old");
            one.done("V3:old");
            clock.move(RETENTION.minusMillis(1));
            assertThat(one.deleteExpired()).isZero();
            clock.move(Duration.ofMillis(1));

            assertThat(one.deleteExpired()).isEqualTo(1);
        }

        /** On another thread, and at a random time within the first hour. */
        @Test
        void deletesOldRowsWhileNotificationsArrive() throws Exception {
            one.claim("V3:old");
            one.done("V3:old");
            clock.move(RETENTION);

            one.claim("V3:new");
            one.done("V3:new");

            awaitRows(1);
        }

        @Test
        void keepsOldRowsAtTheStart() throws Exception {
            insertExpired("V3:old");
            JdbcDeduplication started = server();
            for (int i = 0; i < 3; i++) {
                started.claim("V3:" + i);
                started.done("V3:" + i);
            }
            awaitCleanups();
            assertThat(rows()).isEqualTo(4);
        }

        /** Each deletion costs the database a scan. */
        @Test
        void deletesOldRowsOnceAnHour() throws Exception {
            clock.move(Duration.ofHours(1));
            insertExpired("V3:first");
            one.claim("V3:second");
            one.done("V3:second");
            awaitRows(1);

            insertExpired("V3:old");
            clock.move(Duration.ofHours(1).minusMillis(1));
            one.claim("V3:third");
            one.done("V3:third");
            awaitCleanups();
            assertThat(rows()).as("the old one waits").isEqualTo(3);

            clock.move(Duration.ofMillis(1));
            one.claim("V3:fourth");
            one.done("V3:fourth");
            awaitRows(3);
        }

        @Test
        void deletesManyRowsSomeAtATime() throws SQLException {
            for (int i = 0; i < 450; i++) {
                insertExpired("V3:" + i);
            }
            one.claim("V3:claimed");

            assertThat(one.deleteExpired()).isEqualTo(450);
            assertThat(rows()).isEqualTo(1);
        }

        /** Waits for cleanups that were started, by whatever test. */
        private static void awaitCleanups() throws InterruptedException {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("wxpay-notification-cleanup")) {
                    thread.join();
                }
            }
        }

        private void awaitRows(int expected) throws Exception {
            long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (rows() != expected && System.nanoTime() < deadline) {
                Thread.sleep(5);
            }
            assertThat(rows()).isEqualTo(expected);
        }

        @Test
        void repeatsAfterTransientErrors() throws SQLException {
            for (String state : List.of("40001", "08006")) {
                AtomicInteger failures = new AtomicInteger();
                JdbcDeduplication server = server(failing(dataSource(), failures, state));
                server.claim("V3:" + state);
                failures.set(2);
                server.done("V3:" + state);
                assertThat(other.claim("V3:" + state)).isEqualTo(Claim.DONE);

                server.claim("V3:released" + state);
                failures.set(2);
                server.release("V3:released" + state);
                assertThat(other.claim("V3:released" + state)).isEqualTo(Claim.CLAIMED);
            }
        }

        @Test
        void doesNotRepeatForever() throws SQLException {
            for (String state : List.of("40001", "42000")) {
                AtomicInteger failures = new AtomicInteger();
                JdbcDeduplication server = server(failing(dataSource(), failures, state));
                server.claim("V3:" + state);
                failures.set(10);
                assertThatThrownBy(() -> server.done("V3:" + state)).isInstanceOf(IllegalStateException.class);
                assertThat(10 - failures.get()).as(state).isEqualTo(state.equals("40001") ? 3 : 1);
            }
        }

        /** A database that refuses connections for a while. */
        private static DataSource failing(DataSource real, AtomicInteger failures, String state) {
            return (DataSource) Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> {
                        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                            throw new SQLException("for a while", state);
                        }
                        return method.invoke(real, arguments);
                    });
        }

        private void insertExpired(String id) throws SQLException {
            try (Connection connection = dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO " + table + " (id, claimed_by, handled, expires_at) VALUES ('" + id
                        + "', 'nobody', 1, 0)");
            }
        }

        /** An operator who looks for a notification finds it by its id. */
        @Test
        void storesIdsAsTheyAreIfTheyFit() throws SQLException {
            String longest = "V3:" + "x".repeat(125);

            one.claim(longest);
            one.claim(longest + "x");

            assertThat(ids()).contains(longest).hasSize(2).anyMatch(id -> id.length() == 64 + "sha256:".length());
        }

        private List<String> ids() throws SQLException {
            List<String> ids = new ArrayList<>();
            try (Connection connection = dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id FROM " + table)) {
                while (rows.next()) {
                    ids.add(rows.getString(1).strip());
                }
            }
            return ids;
        }

        private int rows() throws SQLException {
            try (Connection connection = dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                rows.next();
                return rows.getInt(1);
            }
        }

        @Test
        void keepsSimilarIdsApart() {
            String longId = "V2:" + "x".repeat(200);
            for (String each : List.of(
                    "V2:abc", "V2:ABC", "V2:abc ", "V2:äbc", "V2:支付", "V2:支府", longId, longId + "x", "V2:'; --")) {
                assertThat(one.claim(each)).as(each).isEqualTo(Claim.CLAIMED);
                assertThat(other.claim(each)).as(each).isEqualTo(Claim.IN_PROGRESS);
            }
        }

        @Test
        void worksWithoutAutoCommit() {
            JdbcDeduplication manual = server(withoutAutoCommit(dataSource()));
            manual.claim("V3:1");
            manual.done("V3:1");
            manual.claim("V3:2");
            manual.release("V3:2");
            manual.claim("V3:3");

            assertThat(one.claim("V3:1")).isEqualTo(Claim.DONE);
            assertThat(one.claim("V3:2")).isEqualTo(Claim.CLAIMED);
            assertThat(one.claim("V3:3")).isEqualTo(Claim.IN_PROGRESS);
            assertThat(manual.claim("V3:2")).isEqualTo(Claim.IN_PROGRESS);
        }

        @Test
        void createsTheTableWithoutAutoCommit() {
            JdbcDeduplication manual = JdbcDeduplication.builder(withoutAutoCommit(dataSource()))
                    .table(table + "_manual")
                    .build();

            manual.createTable();

            JdbcDeduplication.builder(dataSource())
                    .table(table + "_manual")
                    .build()
                    .verifyTable();
        }

        @Test
        void keepsAnExistingTable() {
            one.claim("V3:1");

            other.createTable();

            assertThat(other.claim("V3:1")).isEqualTo(Claim.IN_PROGRESS);
        }

        @Test
        void reportsMissingTable() {
            JdbcDeduplication missing =
                    JdbcDeduplication.builder(dataSource()).table("missing").build();

            assertThatThrownBy(missing::verifyTable)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the table missing cannot be read: create it with the script");
            assertThatThrownBy(() -> missing.claim("V3:1"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the table missing could not be read or changed");
        }
    }

    @Test
    void claimThatFailedCanBeRepeated() {
        DataSource database = h2();
        JdbcDeduplication server = JdbcDeduplication.builder(database).build();
        assertThatThrownBy(() -> server.claim("V3:1")).isInstanceOf(IllegalStateException.class);

        server.createTable();

        assertThat(server.claim("V3:1")).isEqualTo(Claim.CLAIMED);
    }

    @Test
    void createsTheTableInASchema() throws SQLException {
        DataSource database = h2();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA billing");
        }
        JdbcDeduplication server =
                JdbcDeduplication.builder(database).table("billing.events").build();

        server.createTable();

        assertThat(server.claim("V3:1")).isEqualTo(Claim.CLAIMED);
    }

    @Test
    void rejectsInvalidSettings() {
        JdbcDeduplication.Builder builder = JdbcDeduplication.builder(h2());

        assertThatThrownBy(() -> builder.table("a; DROP TABLE b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letters, digits and underscores");
        assertThatThrownBy(() -> builder.claimTimeout(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the claim timeout must be at least PT1S (was PT0.999S)");
        assertThatThrownBy(() -> builder.retention(Duration.ofSeconds(59)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the retention time must be at least PT1M (was PT59S)");
    }

    private static DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=60");
        return source;
    }

    /** Returns connections as of a pool with {@code auto-commit: false}. */
    private static DataSource withoutAutoCommit(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                JdbcDeduplicationTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, args) -> {
                    Object result = method.invoke(source, args);
                    if (result instanceof Connection connection) {
                        connection.setAutoCommit(false);
                    }
                    return result;
                });
    }

    /** A clock that only the test moves. */
    private static final class MovableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");

        void move(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
