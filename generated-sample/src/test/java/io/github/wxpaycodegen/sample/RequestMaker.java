package io.github.wxpaycodegen.sample;

import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Pages;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.simulator.internal.specs.CallerFields;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes requests through their builders as a spec describes them, and says what should arrive. */
final class RequestMaker {
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-02T03:04:05+08:00");

    private static final String TRADE_TYPE = "trade_type";
    private static final String WITHOUT_PAYER = "APP";

    private final Map<String, SharedType> types = new HashMap<>();
    private final Map<FillKey, String> configured;
    private final boolean everything;
    private String text = "值&<";
    private int counter;
    private Optional<Pages> pages = Optional.empty();
    private Set<String> callerFields = Set.of();

    /**
     * A maker.
     *
     * @param configured what the client's configuration fills in
     * @param everything whether optional fields are given too
     */
    RequestMaker(Specs specs, Map<FillKey, String> configured, boolean everything) {
        specs.types().forEach(type -> types.put(type.id(), type));
        this.configured = configured;
        this.everything = everything;
    }

    /** A request, and what should arrive of it. */
    record Made(Message request, FlatFields query, FlatFields headers, FlatFields body) {}

    Made make(Operation operation, Class<?> requestClass) throws ReflectiveOperationException {
        pages = operation.pages();
        callerFields = CallerFields.byTitle(Root.V3, operation);
        Object builder = requestClass.getMethod("builder").invoke(null);
        FlatFields query = new FlatFields();
        FlatFields headers = new FlatFields();
        FlatFields body = new FlatFields();
        Set<String> left =
                leftOut(operation.request().given(), operation.request().shape().groups());
        if (needsPayer(operation)) {
            left.remove("openid");
        }
        fill(builder, operation.request().query(), left, "", query, true);
        String sendable = text;
        text = "text ";
        fill(builder, operation.request().headers(), left, "", headers, true);
        text = sendable;
        fill(builder, operation.request().shape().fields(), left, "", body, true);
        return new Made((Message) build(builder), query, headers, body);
    }

    /** A value for a template segment of the request that was made last. */
    String segment(Field field) {
        if (callerFields.contains(field.name())) {
            return configured.get(FillKey.MCHID);
        }
        EnumShape values = enumOf(field);
        if (values != null) {
            return values.values().get(0).value();
        }
        counter++;
        return field.type() == FieldType.Scalar.STRING
                ? FittingValues.text(field, "a/b " + counter)
                : Long.toString(FittingValues.integer(field, counter));
    }

    private static Object build(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private Set<String> leftOut(List<Field> fields, List<FieldGroup> groups) {
        Set<String> needed = new HashSet<>();
        Set<String> left = new HashSet<>();
        for (FieldGroup group : groups) {
            needed.add(group.names().get(0));
            if (group.kind() == FieldGroup.Kind.EXACTLY_ONE_OF) {
                left.addAll(group.names().subList(1, group.names().size()));
            }
        }
        left.removeAll(needed);
        if (!everything) {
            fields.stream()
                    .filter(field -> !field.required() && !needed.contains(field.name()))
                    .forEach(field -> left.add(field.name()));
        }
        return left;
    }

    private void fill(
            Object builder, List<Field> fields, Set<String> left, String path, FlatFields out, boolean request)
            throws ReflectiveOperationException {
        for (Field field : fields) {
            String at = path + field.name();
            if (comesByItself(field, at, out, request) || left.contains(field.name())) {
                continue;
            }
            Method setter = setter(builder.getClass(), field);
            if (callerFields.contains(at)) {
                setter.invoke(builder, configured.get(FillKey.MCHID));
                out.put(at, configured.get(FillKey.MCHID));
                continue;
            }
            setter.invoke(
                    builder,
                    field.list() || field.indexed()
                            ? list(field, setter, at, out)
                            : one(field, setter.getParameterTypes()[0], at, out));
        }
    }

    /** Constants, the algorithm, digests and what the configuration has. */
    private boolean comesByItself(Field field, String at, FlatFields out, boolean request) {
        if (field.source().constant().isPresent()) {
            out.put(at, constant(field));
            return true;
        }
        if (request && field.name().equals("sign_type") && enumOf(field) != null) {
            boolean hmac =
                    enumOf(field).values().stream().anyMatch(v -> v.value().equals("HMAC-SHA256"));
            out.put(at, hmac ? "HMAC-SHA256" : enumOf(field).values().get(0).value());
            return true;
        }
        if (field.source().fill().isPresent()) {
            out.put(at, configured.get(field.source().fill().get()));
            return true;
        }
        return field.source().digest().isPresent();
    }

    private static String constant(Field field) {
        return field.source().constant().orElseThrow().text();
    }

    private @Nullable EnumShape enumOf(Field field) {
        if (field.type() instanceof FieldType.InlineEnum inline) {
            return inline.shape();
        }
        return field.type() instanceof FieldType.Reference reference
                        && types.get(reference.typeId()).shape() instanceof TypeShape.OfEnum shared
                ? shared.shape()
                : null;
    }

    private static Method setter(Class<?> builder, Field field) {
        String name = field.javaName().orElse(JavaNames.member(field.name()));
        for (Method method : builder.getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] != Consumer.class) {
                return method;
            }
        }
        throw new AssertionError(builder + " has no setter for " + field.name());
    }

    private List<Object> list(Field field, Method setter, String at, FlatFields out)
            throws ReflectiveOperationException {
        Class<?> element =
                (Class<?>) ((ParameterizedType) setter.getGenericParameterTypes()[0]).getActualTypeArguments()[0];
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < FittingValues.elements(field); i++) {
            String mark = field.wire().encoded().isPresent() ? "!" : "";
            all.add(value(field, element, at + mark + "[" + i + "]", out));
        }
        return all;
    }

    private Object one(Field field, Class<?> type, String at, FlatFields out) throws ReflectiveOperationException {
        String outer = text;
        if (field.wire().encoded().filter(FieldEncoding.URL::equals).isPresent()) {
            text = "值";
        }
        Object value = value(field, type, field.wire().encoded().isPresent() ? at + "!" : at, out);
        text = outer;
        return value;
    }

    private Object value(Field field, Class<?> type, String at, FlatFields out) throws ReflectiveOperationException {
        EnumShape values = enumOf(field);
        if (values != null) {
            String value = usual(field, values);
            out.put(at, value);
            if (JavaNames.isNameless(values)) {
                return values.integers() ? Long.valueOf(value) : value;
            }
            return values.integers()
                    ? type.getMethod("of", long.class).invoke(null, Long.valueOf(value))
                    : type.getMethod("of", String.class).invoke(null, value);
        }
        if (field.type() instanceof FieldType.Scalar scalar) {
            return scalar(field, scalar, at, out);
        }
        ObjectShape shape = field.type() instanceof FieldType.InlineObject inline
                ? inline.shape()
                : ((TypeShape.OfObject) types.get(((FieldType.Reference) field.type()).typeId())
                                .shape())
                        .shape();
        Object builder = type.getMethod("builder").invoke(null);
        int before = out.texts().size();
        fill(
                builder,
                shape.fields(),
                leftOut(shape.fields(), shape.groups()),
                at.endsWith("!") ? at : at + ".",
                out,
                false);
        if (out.texts().size() == before) {
            out.put(at, "{}");
        }
        return build(builder);
    }

    /** Returns whether only a payer who is named can pay the order. */
    private boolean needsPayer(Operation operation) {
        return operation.request().given().stream()
                .filter(field -> field.name().equals(TRADE_TYPE) && enumOf(field) != null)
                .anyMatch(field -> !usual(field, enumOf(field)).equals(WITHOUT_PAYER));
    }

    /** The first value; of an order that needs no payer, for a rule between fields that its spec does not have. */
    private static String usual(Field field, EnumShape values) {
        return values.values().stream()
                .map(value -> value.value())
                .filter(value -> !field.name().equals(TRADE_TYPE) || value.equals(WITHOUT_PAYER))
                .findFirst()
                .orElse(values.values().get(0).value());
    }

    private Object scalar(Field field, FieldType.Scalar scalar, String at, FlatFields out) {
        counter++;
        switch (scalar) {
            case INTEGER -> {
                // The first page, because a later one may be empty.
                long value = pages.filter(each -> each.at().equals(at))
                        .map(Pages::first)
                        .orElseGet(() -> FittingValues.integer(field, counter));
                out.put(at, Long.toString(value));
                return value;
            }
            case NUMBER -> {
                BigDecimal value = FittingValues.number(field, new BigDecimal(counter + ".5"));
                out.put(at, value.toPlainString());
                return value;
            }
            case BOOLEAN -> {
                out.put(at, field.wire().spelling().map(s -> s.trueText()).orElse("true"));
                return true;
            }
            case DATE_TIME -> {
                out.put(at, "2026-01-02T03:04:05+08:00");
                return TIME;
            }
            case FILE -> {
                UploadFile file = file(field);
                out.put(at, file.name());
                return file;
            }
            default -> {
                String sent =
                        field.name().equals(TRADE_TYPE) ? WITHOUT_PAYER : FittingValues.text(field, text + counter);
                // A text to be signed arrives as its signature, which a test of its own is about.
                if (field.wire().signed().isEmpty()) {
                    out.put(at, sent);
                }
                return sent;
            }
        }
    }

    /** One whose name ends as the spec wants it. */
    private static UploadFile file(Field field) {
        return Stream.of("png", "pdf", "csv", "mp4")
                .map(ending -> UploadFile.of("file." + ending, new byte[] {1, 2, 3}))
                .filter(file -> field.limits().file().mediaTypes().isEmpty()
                        || field.limits().file().mediaTypes().contains(file.mediaType()))
                .findFirst()
                .orElseThrow();
    }
}
