package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.springboot.internal.notification.DeduplicationTable.InitializeSchema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of notifications.
 *
 * @param path the path of the notify_url; null for the default path, if there is a handler
 * @param dedup the store of handled notifications; null for JDBC if {@code jdbc} is configured, otherwise memory
 * @param asyncTimeout the longest wait for the results of asynchronous handlers; null for the default
 * @param jdbc the settings of the store in a database; null if none is set
 */
@ConfigurationProperties("wxpay.notifications")
record WxPayNotificationProperties(
        @Nullable String path,
        @Nullable Dedup dedup,
        @Nullable Duration asyncTimeout,
        @Nullable Jdbc jdbc) {

    /** The store of handled notifications. */
    enum Dedup {
        MEMORY,
        JDBC,
        NONE
    }

    /**
     * The settings of the store in a database.
     *
     * @param table the name of the table; null for the default
     * @param claimTimeout how long the claim of a server is respected; null for the default
     * @param retention how long handled notifications are remembered; null for the default
     * @param initializeSchema when the table is created at startup
     */
    record Jdbc(
            @Nullable String table,
            @Nullable Duration claimTimeout,
            @Nullable Duration retention,
            @DefaultValue("embedded") InitializeSchema initializeSchema) {}

    /** Returns the store: whoever configures JDBC wants it. */
    Dedup store() {
        if (dedup != null) {
            return dedup;
        }
        return jdbc == null ? Dedup.MEMORY : Dedup.JDBC;
    }

    /** Returns the settings of the store in a database, which are optional. */
    Jdbc jdbcOrDefault() {
        return jdbc == null ? new Jdbc(null, null, null, InitializeSchema.EMBEDDED) : jdbc;
    }
}
