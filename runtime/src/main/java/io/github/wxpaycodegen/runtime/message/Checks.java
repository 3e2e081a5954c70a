package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks a request as a whole before it is handed to its caller. */
public final class Checks {
    private Checks() {}

    /**
     * Returns if the request keeps all rules of its spec and can be sent by v2.
     *
     * @throws InvalidRequestException listing everything that is wrong
     */
    public static void requireValidV2(Message request) {
        require(request, SendableText.XML);
    }

    /**
     * Returns if the request keeps all rules of its spec and can be sent by v3.
     *
     * @throws InvalidRequestException listing everything that is wrong
     */
    public static void requireValidV3(Message request) {
        require(request, SendableText.JSON);
    }

    private static void require(Message request, SendableText rule) {
        List<String> problems = new ArrayList<>();
        request.check(new Rules("", false, problems));
        request.writeTo(new Sendability("", rule, problems));
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(request.getClass().getSimpleName(), problems);
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

        @Override
        public FieldWriter header() {
            return new Sendability(path, SendableText.HEADER, problems);
        }

        @Override
        public FieldWriter emoji() {
            return new Sendability(path, SendableText.JSON_WITH_EMOJI, problems);
        }

        @Override
        protected void value(String name, Object value) {
            if (value instanceof String text) {
                text(name, text);
            } else if (value instanceof StringEnum text) {
                text(name, text.value());
            } else if (value instanceof Message nested) {
                nested.writeTo(new Sendability(path + name + ".", rule, problems));
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
                        + ", which " + rule.reason());
            }
        }
    }
}
