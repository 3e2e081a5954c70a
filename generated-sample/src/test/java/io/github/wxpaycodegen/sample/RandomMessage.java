package io.github.wxpaycodegen.sample;

import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.MessageBuilder;
import io.github.wxpaycodegen.runtime.message.PutFields;
import io.github.wxpaycodegen.runtime.message.SentMessage;
import io.github.wxpaycodegen.runtime.message.UnknownFields;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Random messages of generated classes, by their builders if they have one; requests are not checked. No files. */
final class RandomMessage {
    private static final String[] TEXTS = {
        "", " ", "a", "张三", "é\u0001\"\\/", "😀", "\ud83d", "{\"no\":1}", "null", "0", "a&b=c", "$put"
    };
    private static final ZoneOffset[] OFFSETS = {ZoneOffset.UTC, ZoneOffset.ofHours(8), ZoneOffset.ofTotalSeconds(-3601)
    };
    private static final int DEEPEST = 3;

    private final Random random;

    RandomMessage(long seed) {
        random = new Random(seed);
    }

    Message of(Class<? extends Message> type) throws ReflectiveOperationException {
        Message message = of(type, 0);
        return message instanceof SentMessage ? withPutFields(message) : message;
    }

    private Message of(Class<?> type, int depth) throws ReflectiveOperationException {
        return SentMessage.class.isAssignableFrom(type) ? sent(type, depth) : received(type, depth);
    }

    private Message sent(Class<?> type, int depth) throws ReflectiveOperationException {
        Object builder = type.getMethod("builder").invoke(null);
        List<Method> setters = Arrays.stream(builder.getClass().getDeclaredMethods())
                .filter(method -> method.getReturnType() == builder.getClass() && !method.isBridge())
                .filter(method -> method.getParameterCount() == 1)
                .sorted(Comparator.comparing(Method::toString))
                .toList();
        for (Method setter : setters) {
            Object value = random.nextInt(4) == 0 ? null : value(setter.getGenericParameterTypes()[0], depth);
            if (value != null) {
                setter.invoke(builder, value);
            }
        }
        return built(type, builder);
    }

    /** A message without a builder reads itself: each field that it asks for is random. */
    private Message received(Class<?> type, int depth) throws ReflectiveOperationException {
        return (Message) type.getMethod("readFrom", FieldReader.class).invoke(null, reader(depth));
    }

    private FieldReader reader(int depth) {
        return (FieldReader) Proxy.newProxyInstance(
                FieldReader.class.getClassLoader(),
                new Class<?>[] {FieldReader.class},
                (proxy, method, arguments) -> read((FieldReader) proxy, method, arguments, depth));
    }

    private @Nullable Object read(FieldReader proxy, Method method, Object[] arguments, int depth)
            throws ReflectiveOperationException {
        return switch (method.getName()) {
            case "encoded", "encrypted" -> proxy;
            case "forSending" -> null;
            case "unknownFields" -> UnknownFields.EMPTY;
            case "putFields" -> PutFields.EMPTY;
            default -> random.nextInt(4) == 0 ? null : field(method, arguments, depth);
        };
    }

    private @Nullable Object field(Method method, Object[] arguments, int depth) throws ReflectiveOperationException {
        return switch (method.getName()) {
            case "strings" -> list(String.class, depth);
            case "integers" -> list(Long.class, depth);
            case "numbers" -> list(BigDecimal.class, depth);
            case "object" -> object(arguments[1], depth);
            case "objects" -> objects(arguments[1], depth);
            case "indexed" -> objects(arguments[0], depth);
            default -> value(method.getReturnType(), depth);
        };
    }

    @SuppressWarnings("unchecked") // What a message gives to a reader reads one of its parts.
    private @Nullable Object object(Object readFrom, int depth) {
        return depth == DEEPEST ? null : ((Function<FieldReader, Object>) readFrom).apply(reader(depth + 1));
    }

    private @Nullable List<Object> objects(Object readFrom, int depth) {
        Object one = object(readFrom, depth);
        return one == null ? null : List.of(one);
    }

    /** Without the check that {@code build()} makes of a request. */
    private static Message built(Class<?> type, Object builder) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor(builder.getClass());
        constructor.setAccessible(true);
        return (Message) constructor.newInstance(builder);
    }

    private Message withPutFields(Message message) throws ReflectiveOperationException {
        MessageBuilder<?> builder =
                (MessageBuilder<?>) message.getClass().getMethod("toBuilder").invoke(message);
        if (random.nextBoolean()) {
            builder.putField("put_text", text()).putJsonField("put_json", "{\"a\":[1.50,null,\"b\"]}");
        }
        if (random.nextBoolean()) {
            builder.putEncryptedField("put_secret", text()).putField("put_number", random.nextLong());
        }
        return built(message.getClass(), builder);
    }

    private @Nullable Object value(Type type, int depth) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getRawType() == List.class
                    ? list(parameterized.getActualTypeArguments()[0], depth)
                    : null;
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return text();
        }
        if (raw == long.class || raw == Long.class) {
            return random.nextLong();
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return random.nextBoolean();
        }
        if (raw == BigDecimal.class) {
            return new BigDecimal(random.nextInt())
                    .movePointLeft(random.nextInt(12))
                    .scaleByPowerOfTen(random.nextInt(5));
        }
        if (raw == OffsetDateTime.class) {
            Instant instant = Instant.ofEpochSecond(random.nextInt(), random.nextInt(3) * 500_000_001L);
            return instant.atOffset(OFFSETS[random.nextInt(OFFSETS.length)]);
        }
        if (raw.isEnum()) {
            // The last one, UNRECOGNIZED, cannot be set; other values are set by the setters of wire values.
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length - 1)];
        }
        return Message.class.isAssignableFrom(raw) && depth < DEEPEST ? of(raw, depth + 1) : null;
    }

    private List<Object> list(Type element, int depth) throws ReflectiveOperationException {
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Object value = value(element, depth);
            if (value != null) {
                elements.add(value);
            }
        }
        return elements;
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }
}
