package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.InvalidRequestException;
import io.github.wxpaycodegen.runtime.UploadFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        request.check(new Rules("", problems));
        request.writeTo(new Sendability("", rule, problems));
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(request.getClass().getSimpleName(), problems);
        }
    }

    private record Rules(String path, List<String> problems) implements Checker {
        @Override
        public void required(String name, @Nullable Object value) {
            if (value == null || (value instanceof List<?> list && list.isEmpty())) {
                problems.add(path + name + ": is required");
            }
        }

        @Override
        public void maxLength(String name, @Nullable String value, int limit) {
            if (value != null) {
                int length = value.codePointCount(0, value.length());
                if (length > limit) {
                    problems.add(path + name + ": has " + length + " characters, at most " + limit + " are taken");
                }
            }
        }

        @Override
        public void file(String name, @Nullable UploadFile value, long maxBytes, String... mediaTypes) {
            if (value == null) {
                return;
            }
            if (value.size() > maxBytes) {
                problems.add(path + name + ": has " + value.size() + " bytes, at most " + maxBytes + " are taken");
            }
            if (mediaTypes.length > 0 && !List.of(mediaTypes).contains(value.mediaType())) {
                problems.add(
                        path + name + ": is " + value.mediaType() + ", taken are " + String.join(", ", mediaTypes));
            }
        }

        @Override
        public void exactlyOneOf(List<String> names, @Nullable Object... values) {
            int present = present(values);
            if (present != 1) {
                problems.add(path + String.join(", ", names) + ": exactly one of them is required, " + present
                        + " are given");
            }
        }

        @Override
        public void atLeastOneOf(List<String> names, @Nullable Object... values) {
            if (present(values) == 0) {
                problems.add(path + String.join(", ", names) + ": at least one of them is required");
            }
        }

        @Override
        public void object(String name, @Nullable Message value) {
            if (value != null) {
                value.check(new Rules(path + name + ".", problems));
            }
        }

        @Override
        public void objects(String name, @Nullable List<? extends Message> values) {
            for (int i = 0; values != null && i < values.size(); i++) {
                values.get(i).check(new Rules(path + name + "[" + i + "].", problems));
            }
        }

        private static int present(@Nullable Object[] values) {
            int present = 0;
            for (Object value : values) {
                if (value != null) {
                    present++;
                }
            }
            return present;
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
                problems.add(path + name + ": has the character U+" + String.format(Locale.ROOT, "%04X", unsendable)
                        + ", which " + rule.reason());
            }
        }
    }
}
