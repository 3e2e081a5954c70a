package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes a message as a tree, with its wire names and the types of its spec. Nothing is filled in, signed or encrypted.
 */
final class MessageTree extends PlainFieldWriter {
    /** The format on the wire, but with nanoseconds, so that the same time is read again. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:MM:ss", "+00:00")
            .toFormatter(Locale.ROOT);

    private final Map<String, @Nullable Object> members;
    private final Set<String> encrypted;
    private final boolean request;
    private final UnaryOperator<String> wireName;
    private @Nullable String firstName;

    private MessageTree(
            Map<String, @Nullable Object> members,
            Set<String> encrypted,
            boolean request,
            UnaryOperator<String> wireName) {
        this.members = members;
        this.encrypted = encrypted;
        this.request = request;
        this.wireName = wireName;
    }

    /** Returns the tree, which is deeply unmodifiable. */
    static Map<String, @Nullable Object> of(Message message) {
        return of(message, message instanceof RequestMessage);
    }

    /**
     * @param request whether the message is a request or part of one. Everything in a request is sent, so fields that
     *     are not sent are kept apart
     */
    private static Map<String, @Nullable Object> of(Message message, boolean request) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        Set<String> encrypted = new HashSet<>();
        message.writeTo(new MessageTree(members, encrypted, request, UnaryOperator.identity()));
        Map<String, @Nullable Object> apart = new LinkedHashMap<>();
        message.unknownFields().trees().forEach((name, value) -> {
            boolean inPlace = !request
                    && !Marks.resembles(name)
                    && !members.containsKey(name)
                    // The text is the ciphertext, and would be mistaken for plain text.
                    && !encrypted.contains(name);
            (inPlace ? members : apart).put(name, JsonValue.frozen(value));
        });
        Marks.add(members, message.putFields());
        if (!apart.isEmpty()) {
            members.put(Marks.UNKNOWN, Collections.unmodifiableMap(apart));
        }
        return Collections.unmodifiableMap(members);
    }

    @Override
    void field(String name, @Nullable Object value) {
        if (firstName == null) {
            firstName = name;
        }
        super.field(name, value);
    }

    @Override
    protected void value(String name, Object value) {
        members.put(wireName.apply(name), tree(value));
    }

    private @Nullable Object tree(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.format(DATE_TIME);
        }
        if (value instanceof Message message) {
            return of(message, request);
        }
        if (value instanceof JsonValue any) {
            return any.tree();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::tree).toList();
        }
        return value;
    }

    /** A file cannot be written as JSON. */
    @Override
    public void file(String name, @Nullable UploadFile value) {}

    @Override
    public void indexed(String name, @Nullable List<? extends Message> values) {
        for (int i = 0; values != null && i < values.size(); i++) {
            int index = i;
            UnaryOperator<String> numbering = template -> wireName.apply(IndexedNames.numbered(template, index));
            Message element = values.get(i);
            int before = members.size();
            MessageTree tree = new MessageTree(members, encrypted, request, numbering);
            element.writeTo(tree);
            // An element without fields still has a number.
            if (members.size() == before && tree.firstName != null) {
                members.put(numbering.apply(tree.firstName), null);
            }
            element.unknownFields()
                    .trees()
                    .forEach((template, value) ->
                            members.putIfAbsent(numbering.apply(template), JsonValue.frozen(value)));
        }
    }

    @Override
    public FieldWriter encrypted() {
        return new PlainFieldWriter() {
            @Override
            void field(String name, @Nullable Object value) {
                encrypted.add(name);
                super.field(name, value);
            }

            @Override
            protected void value(String name, Object value) {
                MessageTree.this.value(name, value);
            }
        };
    }
}
