package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Validates a whole request when it is built, or when it is sent if it was read from JSON. */
public final class Checks {
    private Checks() {}

    /**
     * Validates the request against all rules of its spec and of v2.
     *
     * @throws InvalidRequestException if it is invalid; the exception lists all problems
     */
    public static void requireValidV2(Message request) {
        require(request, SendableText.XML);
    }

    /**
     * Validates the request against all rules of its spec and of v3.
     *
     * @throws InvalidRequestException if it is invalid; the exception lists all problems
     */
    public static void requireValidV3(Message request) {
        require(request, SendableText.JSON);
    }

    /**
     * Validates the values of the template segments of a path.
     *
     * @param values the values by the names of the segments, decoded
     * @param rules the rules of segments; those of other names have no effect
     * @throws InvalidRequestException if a value violates a rule; the exception lists all problems
     */
    public static void requireValidSegments(Map<String, String> values, Map<String, UnaryOperator<FieldWriter>> rules) {
        List<String> problems = new ArrayList<>();
        values.forEach((name, value) -> Optional.ofNullable(rules.get(name))
                .ifPresent(rule -> rule.apply(Rules.of(problems)).string(name, value)));
        if (!problems.isEmpty()) {
            throw InvalidRequestException.builder("the path").problems(problems).build();
        }
    }

    private static void require(Message request, SendableText rule) {
        if (request instanceof RequestMessage known && known.isKnownToBeValid(rule)) {
            return;
        }
        List<String> problems = new ArrayList<>();
        Rules.check("", request, problems);
        Sendability.check("", request, rule, problems);
        if (!problems.isEmpty()) {
            throw InvalidRequestException.builder(request.getClass().getSimpleName())
                    .problems(problems)
                    .build();
        }
        if (request instanceof RequestMessage known) {
            known.markValid(rule);
        }
    }

    private static final class Sendability extends PlainFieldWriter {
        private final String path;
        private final SendableText rule;
        private final List<String> problems;

        private Sendability(String path, SendableText rule, List<String> problems) {
            this.path = path;
            this.rule = rule;
            this.problems = problems;
        }

        static void check(String path, Message message, SendableText rule, List<String> problems) {
            PutFieldRules.check(path, message, problems);
            message.writeTo(new Sendability(path, rule, problems));
        }

        @Override
        public FieldWriter header() {
            return new Sendability(path, SendableText.HEADER, problems);
        }

        @Override
        public FieldWriter emoji() {
            return rule == SendableText.JSON ? new Sendability(path, SendableText.JSON_WITH_EMOJI, problems) : this;
        }

        @Override
        public void indexed(String name, @Nullable List<? extends Message> values) {
            for (int i = 0; values != null && i < values.size(); i++) {
                if (!values.get(i).putFields().isEmpty()) {
                    problems.add(path + name + "[" + i + "] is numbered by its position, so no fields can be put on it;"
                            + " put them, with their number, on the message that has " + name);
                }
            }
            super.indexed(name, values);
        }

        @Override
        protected void value(String name, Object value) {
            if (value instanceof String text) {
                text(name, text);
            } else if (value instanceof JsonValue json) {
                text(name, json.text());
            } else if (value instanceof Message nested) {
                check(path + name + ".", nested, rule, problems);
            } else if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    value(name + "[" + i + "]", list.get(i));
                }
            }
        }

        private void text(String name, String text) {
            int unsendable = rule.firstUnsendable(text);
            if (unsendable >= 0) {
                problems.add(path + name + " has the character U+" + String.format(Locale.ROOT, "%04X", unsendable)
                        + ", which " + rule.reason(unsendable));
            }
        }
    }
}
