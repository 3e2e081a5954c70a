package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Limits;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sample values for fields: the same in every run, and usually different for each name. */
public final class SampleValues {
    private static final int ELEMENTS = 2;

    private static final String POINT_IN_TIME = "2026-01-01T08:00:00+08:00";

    private static final List<String> V3_TIMES =
            List.of(POINT_IN_TIME, "2026-01-01 08:00:00", "20260101080000", "2026-01-01");
    private static final List<String> V2_TIMES = List.of("20260101080000", "20260101");

    private final Types types;
    private final TextRules textRules;
    private final Protocol protocol;
    private final List<String> times;

    /** Creates samples for v3 that resolve types. */
    public SampleValues(Types types) {
        this(types, Protocol.V3, V3_TIMES);
    }

    private SampleValues(Types types, Protocol protocol, List<String> times) {
        this.types = types;
        this.textRules = new TextRules(types);
        this.protocol = protocol;
        this.times = times;
    }

    /** Returns samples for v2, whose times have another form unless the spec has a format. */
    public static SampleValues ofV2(Types types) {
        return new SampleValues(types, Protocol.V2, V2_TIMES);
    }

    /** Returns the number of elements of a list or group: two, unless only one is allowed. */
    public static int elements(Field field) {
        return Math.min(ELEMENTS, field.limits().maxItems().orElse(ELEMENTS));
    }

    /** Returns the text of a field of a flat message. */
    public String text(Field field, String name) {
        if (field.wire().encoded().isEmpty()) {
            return plainText(field, name);
        }
        return switch (field.wire().encoded().get()) {
            case JSON -> json(field).toString();
            case URL -> form(types.objectOf(field).orElseThrow());
        };
    }

    private String plainText(Field field, String name) {
        if (field.source().constant().isPresent()) {
            return TextRules.text(field.source().constant().get());
        }
        if (field.docs().meaning().example().isPresent()) {
            return spelled(field, field.docs().meaning().example().get());
        }
        Optional<EnumShape> values = types.enumOf(field);
        if (values.isPresent()) {
            return Types.listed(values.get()).get(0).value();
        }
        return switch (field.type() instanceof FieldType.Scalar scalar ? scalar : FieldType.Scalar.STRING) {
            case INTEGER -> integer(field, name);
            case NUMBER -> within(field.limits(), new BigDecimal(number(name) + ".5"));
            case BOOLEAN -> TextRules.spelling(field).trueText();
            case DATE_TIME -> POINT_IN_TIME;
            case STRING, FILE -> SampleTexts.of(field, name, times, () -> example(field));
        };
    }

    /** Returns the commonest example of other texts with the name that is valid for the field, too. */
    private Optional<String> example(Field field) {
        return types.examples(protocol, field.name()).stream()
                .filter(example -> textRules.problem(field, example).isEmpty())
                .findFirst();
    }

    /** Returns the example in the spelling of the message; examples of booleans in specs are true or false. */
    private static String spelled(Field field, String example) {
        if (field.type() != FieldType.Scalar.BOOLEAN) {
            return example;
        }
        return example.equals("true")
                ? TextRules.spelling(field).trueText()
                : TextRules.spelling(field).falseText();
    }

    private static String integer(Field field, String name) {
        return field.docs()
                .meaning()
                .format()
                .flatMap(format -> TimeFormats.text(format, SampleTexts.TIME))
                .orElseGet(() -> within(field.limits(), BigDecimal.valueOf(number(name))));
    }

    private static String within(Limits limits, BigDecimal number) {
        return number.max(limits.minimum().orElse(number))
                .min(limits.maximum().orElse(number))
                .toPlainString();
    }

    /** Returns three digits that depend on the name, so that mixed-up amounts are noticed. */
    private static long number(String name) {
        return 100L + Math.floorMod(name.hashCode(), 900);
    }

    /** Returns the JSON of a field: every member of an object, some elements of a list. */
    public JsonNode json(Field field) {
        if (!field.list()) {
            return element(field);
        }
        ArrayNode list = new ArrayNode();
        for (int i = 0; i < elements(field); i++) {
            list.add(element(field));
        }
        return list;
    }

    private JsonNode element(Field field) {
        Optional<ObjectShape> shape = types.objectOf(field);
        if (shape.isEmpty()) {
            return scalar(field);
        }
        ObjectNode object = new ObjectNode();
        shape.get().fields().forEach(inner -> object.set(inner.name(), member(inner)));
        return object;
    }

    /** Returns the JSON of a member, which may contain another document as text. */
    private JsonNode member(Field field) {
        return field.wire().encoded().isPresent() ? ScalarNode.of(text(field, field.name())) : json(field);
    }

    /** Returns the JSON of a field that is not an object. */
    public JsonNode scalar(Field field) {
        return scalar(field, plainText(field, field.name()));
    }

    /** Returns the JSON of a text that is valid for the field. */
    public JsonNode scalar(Field field, String text) {
        boolean integer = field.type() == FieldType.Scalar.INTEGER
                || types.enumOf(field).filter(EnumShape::integers).isPresent()
                || field.source()
                        .constant()
                        .filter(ConstantValue.Integer.class::isInstance)
                        .isPresent();
        if (integer) {
            return ScalarNode.of(Long.parseLong(text));
        }
        if (field.type() == FieldType.Scalar.NUMBER) {
            return ScalarNode.of(new BigDecimal(text));
        }
        boolean plainBoolean = field.type() == FieldType.Scalar.BOOLEAN
                && field.wire().spelling().isEmpty();
        return plainBoolean ? ScalarNode.of(Boolean.parseBoolean(text)) : ScalarNode.of(text);
    }

    private String form(ObjectShape shape) {
        String pairs = shape.fields().stream()
                .map(field -> field.name() + "=" + plainText(field, field.name()))
                .collect(Collectors.joining("&"));
        return URLEncoder.encode(pairs, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
