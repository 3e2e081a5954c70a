package io.github.wxpaycodegen.sample;

import io.github.wxpaycodegen.runtime.message.Encoding;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.PlainFieldWriter;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fields by path, {@code goods[1].price}, as text. A document in a string field is taken apart, since its members have no
 * order: {@code detail!goods_id}.
 */
final class FlatFields {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FRACTION_ZEROS =
            Pattern.compile("(T\\d\\d:\\d\\d:\\d\\d)(?:\\.0+|(\\.\\d*[1-9])0+)([+-]\\d\\d:\\d\\d|Z)$");

    private final Map<String, String> texts = new LinkedHashMap<>();

    Map<String, String> texts() {
        return texts;
    }

    /** Zeros at the end of a fraction of a second say nothing: a time that is read does not know them any more. */
    void put(String path, String text) {
        texts.put(path, FRACTION_ZEROS.matcher(text).replaceFirst("$1$2$3"));
    }

    /** The fields of a message, as its own accessors would give them. */
    static Map<String, String> of(Message message) {
        FlatFields fields = new FlatFields();
        message.writeTo(fields.new Writer("", "$n"));
        return fields.texts;
    }

    /** Takes the documents among texts apart: those of which the expected fields know the members. */
    static Map<String, String> opened(Map<String, String> received, Map<String, String> expected) {
        FlatFields fields = new FlatFields();
        received.forEach((path, text) -> fields.open(path, text, expected));
        return fields.texts;
    }

    private void open(String path, String text, Map<String, String> expected) {
        boolean document = expected.keySet().stream().anyMatch(name -> name.startsWith(path + "!"));
        if (!document) {
            put(path, text);
        } else if (text.startsWith("{") || text.startsWith("[")) {
            add(path + "!", JSON.readTree(text), expected);
        } else {
            for (String pair : URLDecoder.decode(text, StandardCharsets.UTF_8).split("&")) {
                int equals = pair.indexOf('=');
                put(path + "!" + pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
    }

    private void add(String path, JsonNode value, Map<String, String> expected) {
        if (value.isContainer() && value.isEmpty()) {
            put(path, value.toString());
        } else if (value.isObject()) {
            String parent = path.endsWith("!") ? path : path + ".";
            value.properties().forEach(member -> add(parent + member.getKey(), member.getValue(), expected));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(path + "[" + i + "]", value.get(i), expected);
            }
        } else {
            open(path, value.isNumber() ? value.decimalValue().toPlainString() : value.asString(), expected);
        }
    }

    private final class Writer extends PlainFieldWriter {
        private final String path;
        private final String placeholder;

        Writer(String path, String placeholder) {
            this.path = path;
            this.placeholder = placeholder;
        }

        @Override
        protected void value(String name, Object value) {
            add(path + name, value);
        }

        private void add(String at, Object value) {
            if (value instanceof Message message) {
                int before = texts.size();
                message.writeTo(new Writer(at.endsWith("!") ? at : at + ".", "$n"));
                if (texts.size() == before) {
                    put(at, "{}");
                }
            } else if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    add(at + "[" + i + "]", list.get(i));
                }
            } else if (value instanceof OffsetDateTime time) {
                put(at, time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
            } else if (value instanceof BigDecimal number) {
                put(at, number.toPlainString());
            } else {
                put(at, value.toString());
            }
        }

        @Override
        public void bool(String name, @Nullable Boolean value, String trueText, String falseText) {
            string(name, value == null ? null : value ? trueText : falseText);
        }

        @Override
        public void indexed(String name, @Nullable List<? extends Message> values) {
            for (int i = 0; values != null && i < values.size(); i++) {
                FlatFields element = new FlatFields();
                values.get(i).writeTo(element.new Writer("", "$m"));
                String number = Integer.toString(i);
                element.texts.forEach((template, text) -> put(path + template.replace(placeholder, number), text));
            }
        }

        @Override
        public FieldWriter encoded(Encoding encoding) {
            return new PlainFieldWriter() {
                @Override
                protected void value(String name, Object document) {
                    Writer.this.add(path + name + "!", document);
                }
            };
        }
    }
}
