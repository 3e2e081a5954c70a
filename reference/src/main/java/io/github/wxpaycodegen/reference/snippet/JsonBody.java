package io.github.wxpaycodegen.reference.snippet;

import io.github.wxpaycodegen.generator.json.JsonText;
import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaField.Kind;
import io.github.wxpaycodegen.reference.sample.Sample;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns sample values into JSON and text, as they are on the wire. */
final class JsonBody {
    private JsonBody() {}

    /** Returns an object for {@link JsonText}. */
    static Map<String, Object> object(List<Sample.Member> members) {
        Map<String, Object> object = new LinkedHashMap<>();
        members.stream()
                .filter(member -> member.field().kind() != Kind.FILE)
                .forEach(member -> object.put(member.field().wireName(), value(member)));
        return object;
    }

    private static Object value(Sample.Member member) {
        if (member.field().spec().wire().encoded().isPresent()) {
            return text(member);
        }
        Object value = element(member);
        return member.field().isList() ? List.of(value) : value;
    }

    private static Object element(Sample.Member member) {
        JavaField field = member.field();
        if (member.value() instanceof Sample.Composite object) {
            return object(object.members());
        }
        String text = ((Sample.Scalar) member.value()).text();
        boolean integer = field.kind() == Kind.INTEGER
                || field.kind() == Kind.INTEGER_ENUM
                || field.preset()
                        .filter(ConstantValue.Integer.class::isInstance)
                        .isPresent();
        if (integer) {
            return Long.valueOf(text);
        }
        if (field.kind() == Kind.NUMBER) {
            return new BigDecimal(text);
        }
        boolean plain =
                field.kind() == Kind.BOOLEAN && field.spec().wire().spelling().isEmpty();
        return plain ? Boolean.valueOf(text) : spelled(field, text);
    }

    /** Returns a member as a text: of an object, the document that the text contains. */
    static String text(Sample.Member member) {
        JavaField field = member.field();
        boolean isDocument = field.spec().wire().encoded().isPresent();
        if (member.value() instanceof Sample.Scalar scalar && !isDocument) {
            return spelled(field, scalar.text());
        }
        if (field.spec().wire().encoded().filter(FieldEncoding.URL::equals).isPresent()) {
            return ((Sample.Composite) member.value())
                    .members().stream()
                            .map(each -> each.field().wireName() + "=" + text(each))
                            .map(pair -> URLEncoder.encode(pair, StandardCharsets.UTF_8)
                                    .replace("+", "%20")
                                    .replace("%3D", "="))
                            .collect(Collectors.joining("&"));
        }
        Object value = element(member);
        return JsonText.compact(member.field().isList() ? List.of(value) : value);
    }

    private static String spelled(JavaField field, String text) {
        return Marks.text(
                field,
                field.spec()
                        .wire()
                        .spelling()
                        .map(spelling -> text.equals("true") ? spelling.trueText() : spelling.falseText())
                        .orElse(text));
    }
}
