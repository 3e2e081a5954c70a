package io.github.wxpaycodegen.springboot.internal.notification;

import io.github.wxpaycodegen.runtime.notification.Deduplication;
import io.github.wxpaycodegen.runtime.notification.JdbcDeduplication;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Creates and verifies the table of {@link JdbcDeduplication} at startup, when migrations have run: they run when their
 * beans are created.
 */
public final class DeduplicationTable implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.springboot.notification");

    private final Supplier<Deduplication> deduplication;
    private final Supplier<DataSource> dataSource;
    private final InitializeSchema initialize;

    /** The databases in which the table is created. */
    public enum InitializeSchema {
        /** If the database runs in this process. */
        EMBEDDED,
        /** In every database. */
        ALWAYS,
        /** In no database: a migration of the application creates it. */
        NEVER
    }

    /**
     * Creates an instance for a store.
     *
     * @param deduplication returns the store; nothing happens unless it is one in a database
     * @param dataSource returns the database of the store
     * @param initialize when the table is created
     */
    public DeduplicationTable(
            Supplier<Deduplication> deduplication, Supplier<DataSource> dataSource, InitializeSchema initialize) {
        this.deduplication = deduplication;
        this.dataSource = dataSource;
        this.initialize = initialize;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!(deduplication.get() instanceof JdbcDeduplication store)) {
            return;
        }
        boolean embedded;
        try (Connection connection = dataSource.get().getConnection()) {
            String url = connection.getMetaData().getURL();
            embedded = url != null && url.startsWith("jdbc:h2:mem:");
        } catch (SQLException e) {
            if (initialize == InitializeSchema.ALWAYS) {
                throw WxPaySetupException.ofProperty(
                        "the table of handled notifications could not be created, because the database is not"
                                + " available",
                        e);
            }
            LOG.warn("the table of handled notifications was not verified, because the database is not available", e);
            return;
        }
        try {
            if (initialize == InitializeSchema.ALWAYS || (embedded && initialize == InitializeSchema.EMBEDDED)) {
                store.createTable();
            }
            store.verifyTable();
        } catch (IllegalStateException e) {
            throw WxPaySetupException.ofProperty(
                    "wxpay.notifications.dedup=jdbc needs its table. wxpay.notifications.jdbc.initialize-schema=always"
                            + " creates it, and wxpay.notifications.jdbc.table names it. " + e.getMessage(),
                    e);
        }
    }
}
