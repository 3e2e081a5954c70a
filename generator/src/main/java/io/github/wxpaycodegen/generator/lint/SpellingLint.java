package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds fields whose names follow another convention than most fields of the same object: {@code outTradeNo} beside
 * {@code total_fee}. The gateway ignores a field with the wrong name.
 */
final class SpellingLint {
    private static final Pattern SNAKE = Pattern.compile("[a-z0-9]+(_[a-z0-9$]+)+");
    private static final Pattern CAMEL = Pattern.compile("[a-z0-9]+([A-Z][a-z0-9]*)+");

    private final List<Diagnostic> findings;

    private SpellingLint(List<Diagnostic> findings) {
        this.findings = findings;
    }

    static void check(Specs specs, List<Diagnostic> findings) {
        SpellingLint lint = new SpellingLint(findings);
        specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .forEach(operation -> {
                    lint.fields(operation.request().query());
                    lint.fields(operation.request().shape().fields());
                    lint.fields(operation.response().shape().fields());
                });
        specs.notifications().stream()
                .map(NotificationSpec::body)
                .map(ObjectShape::fields)
                .forEach(lint::fields);
        for (SharedType type : specs.types()) {
            if (type.shape() instanceof TypeShape.OfObject object) {
                lint.fields(object.shape().fields());
            }
        }
    }

    private void fields(List<Field> fields) {
        List<Field> snake =
                fields.stream().filter(field -> matches(SNAKE, field)).toList();
        List<Field> camel =
                fields.stream().filter(field -> matches(CAMEL, field)).toList();
        if (snake.size() > camel.size()) {
            camel.forEach(field -> find(field, "has capitals, while most fields beside it", "underscores", snake));
        } else if (camel.size() > snake.size()) {
            snake.forEach(field -> find(field, "has underscores, while most fields beside it", "capitals", camel));
        }
        for (Field field : fields) {
            if (field.type() instanceof FieldType.InlineObject inline) {
                fields(inline.shape().fields());
            }
        }
    }

    private void find(Field field, String what, String most, List<Field> others) {
        findings.add(new Diagnostic(
                Code.OTHER_SPELLING,
                field.span(),
                "`" + field.name() + "` " + what + " have " + most,
                Optional.of("check the name on the official page"),
                List.of(others.get(0).span())));
    }

    private static boolean matches(Pattern spelling, Field field) {
        return spelling.matcher(field.name()).matches();
    }
}
