package io.github.wxpaycodegen.runtime.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Store of handled notifications in a table of a database, which servers that share a notify_url share. Thread-safe.
 *
 * <p>Scripts that create the table for PostgreSQL, MySQL, MariaDB and H2 are next to this class: {@code
 * schema-postgresql.sql} and so on. {@link #createTable} runs the matching one. Other databases work as well, with a
 * table that has the same columns.
 *
 * <p>A server that fails while it handles a notification leaves its claim in the table. Other servers respect the claim
 * until it expires, by default after two minutes, and the next delivery is then handled. The expiry is compared with the
 * clock of each server, so their clocks must agree within seconds, as the verification of notifications requires anyway.
 * While a handler of this process is running, the process does not claim the same notification again.
 *
 * <p>Each statement has a connection and a transaction of its own. No connection is held while a handler runs.
 */
public final class JdbcDeduplication implements Deduplication {
    /** The name of the table unless another one is configured. */
    public static final String DEFAULT_TABLE = "wxpay_notification";

    /** Time for which a claim is respected unless another one is configured: two minutes. */
    public static final Duration DEFAULT_CLAIM_TIMEOUT = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime.notification");

    /** An identifier, with an optional schema before it. It becomes part of statements, so nothing else is accepted. */
    private static final Pattern TABLE_NAME = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*\\.)?[A-Za-z_][A-Za-z0-9_]*");

    /** Printable ASCII, which every character set and collation of a database keeps apart, apart from its case. */
    private static final Pattern PLAIN_ID = Pattern.compile("[!-~]+");

    /** The length of the column {@code id}. */
    private static final int MAX_ID = 128;

    /** A row may appear or vanish between two statements, but hardly more than once. */
    private static final int ATTEMPTS = 3;

    private static final long CLEANUP_INTERVAL = Duration.ofHours(1).toMillis();

    /** Databases limit the parameters of a statement. */
    private static final int CLEANUP_ROWS = 200;

    /** A pool may have waited for a connection already. */
    private static final long REPEAT_WITHIN = Duration.ofSeconds(5).toNanos();

    private final DataSource dataSource;
    private final String table;
    private final Duration claimTimeout;
    private final Duration retention;
    private final Clock clock;
    /** Identifies the claims of this process. */
    private final String owner = UUID.randomUUID().toString();
    /** The notifications that this process is handling. */
    private final Set<String> handling = ConcurrentHashMap.newKeySet();

    private final AtomicLong nextCleanup;

    private JdbcDeduplication(Builder b) {
        dataSource = b.dataSource;
        table = b.table;
        claimTimeout = b.claimTimeout;
        retention = b.retention;
        clock = b.clock;
        // Servers that start together do not clean up together.
        nextCleanup = new AtomicLong(clock.millis() + Math.floorMod(owner.hashCode(), CLEANUP_INTERVAL));
    }

    /** Statements that may be repeated. */
    private interface Work {
        void run() throws SQLException;
    }

    /** A row of the table. */
    private record Row(String owner, boolean handled, long expiresAt) {}

    /** Returns a new builder. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the table cannot be read or changed
     */
    @Override
    public Claim claim(String id) {
        String key = key(id);
        if (!handling.add(key)) {
            return Claim.IN_PROGRESS;
        }
        Claim claim = null;
        try {
            claim = claimRow(key);
            return claim;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            if (claim != Claim.CLAIMED) {
                handling.remove(key);
            }
        }
    }

    private Claim claimRow(String key) throws SQLException {
        SQLException conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long now = clock.millis();
            Row row = find(key);
            if (row == null) {
                try {
                    insert(key, false, now + claimTimeout.toMillis());
                    return Claim.CLAIMED;
                } catch (SQLException e) {
                    conflict = requireConflict(e);
                }
            } else if (row.handled()) {
                return Claim.DONE;
            } else if (row.expiresAt() > now) {
                return Claim.IN_PROGRESS;
            } else if (takeOver(key, row, now + claimTimeout.toMillis())) {
                LOG.warn("the claim of another server to {} has expired, so this server handles it", key);
                return Claim.CLAIMED;
            }
        }
        if (conflict != null) {
            throw conflict;
        }
        return Claim.IN_PROGRESS;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the table cannot be read or changed
     */
    @Override
    public void done(String id) {
        String key = key(id);
        try {
            long expiresAt = clock.millis() + retention.toMillis();
            repeatAfterTransientError(() -> markHandled(key, expiresAt));
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            handling.remove(key);
        }
        cleanUpAtTimes();
    }

    /** Another server may have taken over or even released an expired claim, but the notification was handled. */
    private void markHandled(String key, long expiresAt) throws SQLException {
        SQLException conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int rows = update(
                    "UPDATE " + table + " SET handled = 1, claimed_by = ?, expires_at = ? WHERE id = ?",
                    owner,
                    expiresAt,
                    key);
            if (rows > 0) {
                return;
            }
            try {
                insert(key, true, expiresAt);
                return;
            } catch (SQLException e) {
                conflict = requireConflict(e);
            }
        }
        throw Objects.requireNonNull(conflict);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the table cannot be read or changed; the claim then expires
     */
    @Override
    public void release(String id) {
        String key = key(id);
        try {
            // If another server has taken over an expired claim, that claim remains.
            repeatAfterTransientError(() ->
                    update("DELETE FROM " + table + " WHERE id = ? AND claimed_by = ? AND handled = 0", key, owner));
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            handling.remove(key);
        }
    }

    /**
     * Deletes the rows that are older than the retention time, and expired claims, some at a time. Each server does this
     * about once an hour while notifications arrive, on a thread of its own, so an application need not call it.
     *
     * @return the number of deleted rows
     * @throws IllegalStateException if the table cannot be changed
     */
    public int deleteExpired() {
        long now = clock.millis();
        int deleted = 0;
        try {
            List<String> keys;
            do {
                keys = findExpired(now);
                deleted += keys.isEmpty() ? 0 : delete(keys, now);
            } while (keys.size() == CLEANUP_ROWS);
            return deleted;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private List<String> findExpired(long now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT id FROM " + table + " WHERE expires_at <= ?")) {
            statement.setMaxRows(CLEANUP_ROWS);
            statement.setLong(1, now);
            List<String> keys = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            } catch (SQLException e) {
                rollBack(connection, e);
                throw e;
            }
            commit(connection);
            return keys;
        }
    }

    private int delete(List<String> keys, long now) throws SQLException {
        List<Object> values = new ArrayList<>(keys);
        values.add(now);
        String parameters = String.join(", ", Collections.nCopies(keys.size(), "?"));
        return update(
                "DELETE FROM " + table + " WHERE id IN (" + parameters + ") AND expires_at <= ?", values.toArray());
    }

    private void cleanUpAtTimes() {
        long now = clock.millis();
        long due = nextCleanup.get();
        if (now < due || !nextCleanup.compareAndSet(due, now + CLEANUP_INTERVAL)) {
            return;
        }
        // WeChat Pay waits for the reply meanwhile. A thread an hour does not need a pool.
        Thread cleanup = new Thread(this::cleanUp, "wxpay-notification-cleanup");
        cleanup.setDaemon(true);
        cleanup.start();
    }

    private void cleanUp() {
        try {
            deleteExpired();
        } catch (IllegalStateException e) {
            // The notification was handled. Old rows do no harm until the next cleanup.
            LOG.warn("old notifications were not deleted", e);
        }
    }

    /**
     * Creates the table unless there is one. Several servers may do so at the same time.
     *
     * @throws IllegalStateException if the table cannot be created, or if there is no script for this database
     */
    public void createTable() {
        if (missing() == null) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            NotificationTable.create(connection, table);
            commit(connection);
        } catch (SQLException e) {
            if (missing() != null) { // otherwise another server was faster
                throw new IllegalStateException("the table " + table + " could not be created: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Verifies that the table exists and has the required columns.
     *
     * @throws IllegalStateException if it does not, or if it cannot be read
     */
    public void verifyTable() {
        SQLException missing = missing();
        if (missing != null) {
            throw new IllegalStateException(
                    "the table " + table + " cannot be read: create it with the script for your database next to "
                            + JdbcDeduplication.class.getName() + ", or call createTable(). The database reports: "
                            + missing.getMessage(),
                    missing);
        }
    }

    private @Nullable SQLException missing() {
        try {
            find("");
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private @Nullable Row find(String key) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT claimed_by, handled, expires_at FROM " + table + " WHERE id = ?")) {
            statement.setString(1, key);
            Row row = null;
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    row = new Row(rows.getString(1), rows.getInt(2) != 0, rows.getLong(3));
                }
            } catch (SQLException e) {
                rollBack(connection, e);
                throw e;
            }
            commit(connection);
            return row;
        }
    }

    private void insert(String key, boolean handled, long expiresAt) throws SQLException {
        update(
                "INSERT INTO " + table + " (id, claimed_by, handled, expires_at) VALUES (?, ?, ?, ?)",
                key,
                owner,
                handled ? 1 : 0,
                expiresAt);
    }

    /** The conditions make sure that only one server takes over a claim. */
    private boolean takeOver(String key, Row row, long expiresAt) throws SQLException {
        int rows = update(
                "UPDATE " + table + " SET claimed_by = ?, expires_at = ?"
                        + " WHERE id = ? AND claimed_by = ? AND handled = 0 AND expires_at = ?",
                owner,
                expiresAt,
                key,
                row.owner(),
                row.expiresAt());
        return rows > 0;
    }

    private int update(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int rows;
            try {
                rows = statement.executeUpdate();
            } catch (SQLException e) {
                rollBack(connection, e);
                throw e;
            }
            commit(connection);
            return rows;
        }
    }

    /** Without it, a deadlock or a lost connection would leave a claim, and the next delivery would wait for its end. */
    private static void repeatAfterTransientError(Work work) throws SQLException {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isTransient(e) || System.nanoTime() - start > REPEAT_WITHIN) {
                    throw e;
                }
            }
        }
    }

    /** A transaction that was rolled back, or a lost connection. */
    private static boolean isTransient(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("40") || state.startsWith("08"));
    }

    /** Pools may return connections that do not commit on their own. */
    private static void commit(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    private static void rollBack(Connection connection, SQLException cause) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Returns an exception that reports an existing row with the same key; throws any other one. */
    private static SQLException requireConflict(SQLException e) throws SQLException {
        if (e.getSQLState() == null || !e.getSQLState().startsWith("23")) {
            throw e;
        }
        return e;
    }

    private IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the table " + table + " could not be read or changed: " + e.getMessage(), e);
    }

    /** Returns the id as stored: a digest if the column cannot hold it. */
    private static String key(String id) {
        if (id.length() <= MAX_ID && PLAIN_ID.matcher(id).matches()) {
            return id;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    /** Builder of a {@link JdbcDeduplication}. Not thread-safe. */
    public static final class Builder {
        private final DataSource dataSource;
        private String table = DEFAULT_TABLE;
        private Duration claimTimeout = DEFAULT_CLAIM_TIMEOUT;
        private Duration retention = Duration.ofDays(7);
        private Clock clock = Clock.systemUTC();

        private Builder(DataSource dataSource) {
            this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        }

        /**
         * Sets the name of the table; {@value #DEFAULT_TABLE} by default.
         *
         * @param value letters, digits and underscores, optionally with a schema: {@code billing.wxpay_notification}
         * @throws IllegalArgumentException if it has another form
         */
        public Builder table(String value) {
            if (!TABLE_NAME.matcher(Objects.requireNonNull(value, "table")).matches()) {
                throw new IllegalArgumentException("the name of a table consists of letters, digits and underscores,"
                        + " optionally with a schema: billing.wxpay_notification (was " + value + ")");
            }
            table = value;
            return this;
        }

        /**
         * Sets how long a claim is respected; two minutes by default. It must be longer than the longest run of a
         * handler: afterwards another server handles the notification too.
         *
         * @throws IllegalArgumentException if it is less than a second
         */
        public Builder claimTimeout(Duration value) {
            claimTimeout = atLeast(Duration.ofSeconds(1), "the claim timeout", value);
            return this;
        }

        /**
         * Sets how long handled notifications are remembered; seven days by default. The gateway repeats a
         * notification for about a day.
         *
         * @throws IllegalArgumentException if it is less than a minute
         */
        public Builder retention(Duration value) {
            retention = atLeast(Duration.ofMinutes(1), "the retention time", value);
            return this;
        }

        /** Sets the clock with which claims and rows expire; the clock of the system by default. */
        public Builder clock(Clock value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** Builds the store. It does not connect to the database yet. */
        public JdbcDeduplication build() {
            return new JdbcDeduplication(this);
        }

        private static Duration atLeast(Duration minimum, String name, Duration value) {
            if (Objects.requireNonNull(value, name).compareTo(minimum) < 0) {
                throw new IllegalArgumentException(name + " must be at least " + minimum + " (was " + value + ")");
            }
            return value;
        }
    }
}
