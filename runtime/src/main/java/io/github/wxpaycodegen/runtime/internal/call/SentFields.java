package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.JsonValue;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.MessageBuilder;
import io.github.wxpaycodegen.runtime.message.PlainFieldWriter;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fields of the request of a call, with the values that were sent. They include values that the configuration filled in
 * and values that the caller put instead of declared ones, but no encrypted or signed values.
 */
public final class SentFields {
    private final Map<String, Object> fields;
    private final Set<String> undeclared;
    private final Set<String> sensitive;

    private SentFields(Map<String, Object> fields, Set<String> undeclared, Set<String> sensitive) {
        this.fields = fields;
        this.undeclared = undeclared;
        this.sensitive = sensitive;
    }

    /**
     * Collects the texts and whole numbers of a request, and the values in its path.
     *
     * @param configured returns the ids of the configuration
     */
    public static SentFields of(
            Operation<?, ?> operation,
            Message request,
            List<String> segments,
            Function<Fill, @Nullable String> configured) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Set<String> undeclared = new HashSet<>();
        Set<String> sensitive = new HashSet<>();
        request.writeTo(new Collector(fields, undeclared, sensitive, configured, null, false));
        fields.putAll(PathTemplate.values(operation.id(), segments));
        return new SentFields(fields, undeclared, sensitive);
    }

    /** Returns true if there is a value, even an empty one. */
    public boolean contains(String name) {
        return fields.containsKey(name);
    }

    /** Returns the names of all fields, in the order in which they were sent. */
    public Stream<String> names() {
        return fields.keySet().stream();
    }

    /** Returns the names of the fields that the caller put and that the spec does not declare. */
    public Set<String> undeclared() {
        return undeclared;
    }

    /** Returns true if the value does not belong into a message. */
    public boolean isSensitive(String name) {
        return sensitive.contains(name);
    }

    /** Returns the value as text; null if there is none or an empty one, which identifies nothing. */
    public @Nullable String text(String name) {
        Object value = fields.get(name);
        return value == null || value.equals("") ? null : value.toString();
    }

    /** Returns only the named fields, and the flags that are false. */
    public SentFields only(Iterable<String> names, Iterable<String> flags) {
        Map<String, Object> some = new LinkedHashMap<>();
        for (String name : names) {
            Object value = fields.get(name);
            if (value != null) {
                some.put(name, value);
            }
        }
        flags.forEach(flag -> some.put(flag, false));
        return new SentFields(some, Set.of(), Set.of());
    }

    /** Puts the fields on a request, with the values with which they were sent. */
    public void putOn(MessageBuilder<?> builder) {
        fields.forEach((name, value) -> {
            if (value instanceof BigDecimal number) {
                builder.putField(name, number);
            } else if (value instanceof Boolean flag) {
                builder.putField(name, flag.booleanValue());
            } else {
                builder.putField(name, (String) value);
            }
        });
    }

    /** Collects top-level fields. */
    private static final class Collector extends PlainFieldWriter {
        private final Map<String, Object> fields;
        private final Set<String> undeclared;
        private final Set<String> sensitive;
        private final Function<Fill, @Nullable String> configured;
        private final @Nullable Fill fill;
        private final boolean masked;

        Collector(
                Map<String, Object> fields,
                Set<String> undeclared,
                Set<String> sensitive,
                Function<Fill, @Nullable String> configured,
                @Nullable Fill fill,
                boolean masked) {
            this.fields = fields;
            this.undeclared = undeclared;
            this.sensitive = sensitive;
            this.configured = configured;
            this.fill = fill;
            this.masked = masked;
        }

        @Override
        public void string(String name, @Nullable String value) {
            super.string(name, value != null || fill == null ? value : configured.apply(fill));
        }

        @Override
        protected void value(String name, Object value) {
            Object plain = plain(value);
            if (plain != null) {
                fields.put(name, plain);
                if (masked) {
                    sensitive.add(name);
                }
            }
        }

        private static @Nullable Object plain(Object value) {
            if (value instanceof Long number) {
                return BigDecimal.valueOf(number);
            }
            if (value instanceof JsonValue put) {
                return put.tree() instanceof String || put.tree() instanceof BigDecimal ? put.tree() : null;
            }
            return value instanceof String ? value : null;
        }

        @Override
        public Collector filled(Fill newFill, boolean required) {
            return new Collector(fields, undeclared, sensitive, configured, newFill, masked);
        }

        @Override
        public Collector sensitive() {
            return new Collector(fields, undeclared, sensitive, configured, fill, true);
        }

        @Override
        public PlainFieldWriter undeclared() {
            return new PlainFieldWriter() {
                @Override
                protected void value(String name, Object value) {
                    undeclared.add(name);
                }
            };
        }

        /** Encrypted values must not be copied into other requests. */
        @Override
        public PlainFieldWriter encrypted() {
            return new Ignored();
        }

        @Override
        public PlainFieldWriter signed() {
            return new Ignored();
        }
    }

    private static final class Ignored extends PlainFieldWriter {
        @Override
        protected void value(String name, Object value) {
            // Other values are not collected.
        }
    }
}
