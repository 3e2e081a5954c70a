package io.github.wxpaycodegen.cli.catalog;

import io.github.wxpaycodegen.cli.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All notifications, as the index in the jar of the client describes them. */
public final class NotificationCatalog {
    private static final String INDEX = "/META-INF/wxpay/notifications.json";

    private final List<?> index;

    private NotificationCatalog(List<?> index) {
        this.index = index;
    }

    /**
     * A notification.
     *
     * @param id the id of its spec: {@code TRANSACTION.SUCCESS}
     * @param protocol {@code v2} or {@code v3}
     * @param title the official Chinese title
     */
    public record Entry(String id, String protocol, String title) {}

    /** Reads the bundled catalog. */
    public static NotificationCatalog read() {
        try (InputStream in = Objects.requireNonNull(NotificationCatalog.class.getResourceAsStream(INDEX), INDEX)) {
            return new NotificationCatalog((List<?>) Objects.requireNonNull(Json.read(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("the index of notifications cannot be read", e);
        }
    }

    /** Returns all notifications. */
    public List<Entry> entries() {
        return index.stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> new Entry(text(each, "id"), text(each, "protocol"), text(each, "title")))
                .toList();
    }

    /** Returns true if only v2 has a notification with an id. */
    public boolean isV2(String id) {
        List<String> protocols = entries().stream()
                .filter(entry -> entry.id().equals(id))
                .map(Entry::protocol)
                .toList();
        return protocols.equals(List.of("v2"));
    }

    /** Returns all that the index of the client says. */
    public List<?> index() {
        return index;
    }

    private static String text(Map<?, ?> entry, String name) {
        return entry.get(name) instanceof String text ? text : "";
    }
}
