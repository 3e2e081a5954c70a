package io.github.wxpaycodegen.springboot.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.notification.Deduplication;
import io.github.wxpaycodegen.runtime.notification.JdbcDeduplication;
import io.github.wxpaycodegen.springboot.internal.notification.DeduplicationTable;
import io.github.wxpaycodegen.springboot.internal.notification.DeduplicationTable.InitializeSchema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table of a database whose driver does not name its URL. */
class DeduplicationTableTest {
    private final DataSource database = withoutUrl(DataSource.class, h2());
    private final JdbcDeduplication store = JdbcDeduplication.builder(database).build();

    private static DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=60");
        return source;
    }

    /** Returns an object whose connections have metadata without a URL. */
    private static <T> T withoutUrl(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                DeduplicationTableTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = invoke(() -> method.invoke(real, arguments));
                    if (result instanceof Connection connection) {
                        return withoutUrl(Connection.class, connection);
                    }
                    if (result instanceof DatabaseMetaData metadata) {
                        return withoutUrl(DatabaseMetaData.class, metadata);
                    }
                    return method.getName().equals("getURL") ? null : result;
                }));
    }

    private interface Invocation {
        @Nullable
        Object call() throws ReflectiveOperationException;
    }

    private static @Nullable Object invoke(Invocation invocation) throws Throwable {
        try {
            return invocation.call();
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private void initialize(InitializeSchema when) {
        new DeduplicationTable(() -> store, () -> database, when).afterSingletonsInstantiated();
    }

    @Test
    void databaseIsNotTakenForAnEmbeddedOne() {
        assertThatThrownBy(() -> initialize(InitializeSchema.EMBEDDED))
                .hasMessageContaining("wxpay.notifications.jdbc.initialize-schema=always");
    }

    @Test
    void tableIsCreatedOnRequest() {
        initialize(InitializeSchema.ALWAYS);

        assertThat(store.claim("A1")).isEqualTo(Deduplication.Claim.CLAIMED);
    }
}
