package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Test
    void namesPathOfEveryViolation() {
        Message price = new Part(out -> out.required().string("price", null));
        Message amount = new Part(out -> out.maxLength(3).string("currency", "CNYY"));
        assertThat(problems(new Part(out -> {
                    out.required().string("a", null);
                    out.required().strings("list", List.of());
                    out.required().string("present", "");
                    out.exactlyOneOf(List.of("b", "c"), "1", "2");
                    out.exactlyOneOf(List.of("d", "e"), null, null);
                    out.atLeastOneOf(List.of("f", "g"), null, null);
                    out.atLeastOneOf(List.of("h", "i"), "1", "2");
                    out.object("amount", amount);
                    out.object("absent", null);
                    out.objects("goods", List.of(new Part(inner -> {}), price));
                    out.indexed("group", List.of(price));
                    out.maxBytes(2)
                            .mediaTypes("image/png", "image/jpeg")
                            .file("file", UploadFile.of("a.gif", new byte[3]));
                    out.maxBytes(3).mediaTypes("image/gif").file("fits", UploadFile.of("a.gif", new byte[3]));
                    out.maxBytes(2).file("none", null);
                })))
                .containsExactly(
                        "a is required",
                        "list is required",
                        "b, c: exactly one of them is required (2 were given)",
                        "d, e: exactly one of them is required (0 were given)",
                        "f, g: at least one of them is required",
                        "amount.currency must be at most 3 characters (was 4)",
                        "goods[1].price is required",
                        "group[0].price is required",
                        "file must be at most 2 bytes (was 3)",
                        "file must be one of image/png, image/jpeg (was image/gif)");
    }

    @Test
    void countsCodePoints() {
        assertThat(problems(new Part(out -> out.emoji().maxLength(2).string("name", "𠮷𠮷"))))
                .isEmpty();
    }

    @Test
    void limitsEachTextOfAList() {
        Pattern letters = Pattern.compile("[a-z]+");
        assertThat(problems(new Part(out -> {
                    out.emoji().minLength(2).string("a", "𠮷");
                    out.emoji().minLength(2).string("a", "𠮷𠮷");
                    out.minLength(2).string("a", null);
                    out.maxLength(3).strings("b", List.of("abc", "abcd"));
                    out.pattern(letters).string("c", "a1\n");
                    out.pattern(letters).string("c", "abc");
                    out.pattern(Pattern.compile("[a-z]{2}")).strings("d", List.of("ok", "x".repeat(65)));
                    out.format(DATE, "a date of the form yyyy-MM-dd").string("e", "20260101");
                    out.format(DATE, "a date of the form yyyy-MM-dd").string("e", "2026-01-01");
                    out.format(Pattern.compile("[0-9]{10}"), "a Unix time in seconds")
                            .integer("f", 17L);
                    out.maxItems(1).integers("g", List.of(1L, 2L));
                    out.maxItems(1).integers("g", List.of(1L));
                    out.maxItems(1).integers("g", null);
                    out.maxItems(2).strings("h", List.of("1", "2", "3"));
                    out.minLength(2).maxLength(3).pattern(letters).string("i", "1234");
                })))
                .containsExactly(
                        "a must be at least 2 characters (was 1)",
                        "b[1] must be at most 3 characters (was 4)",
                        "c must match [a-z]+ (was \"a1\\u000a\")",
                        "d[1] must match [a-z]{2} (was \"" + "x".repeat(64) + "…\")",
                        "e must be a date of the form yyyy-MM-dd (was \"20260101\")",
                        "f must be a Unix time in seconds (was 17)",
                        "g must have at most 1 element (had 2)",
                        "h must have at most 2 elements (had 3)",
                        "i must be at most 3 characters (was 4)",
                        "i must match [a-z]+ (was \"1234\")");
    }

    @Test
    void limitsNumbersOfEachKind() {
        assertThat(problems(new Part(out -> {
                    out.minimum(1).integer("a", 0L);
                    out.minimum(1).integer("a", 1L);
                    out.minimum(1).integer("a", null);
                    out.maximum(Long.MAX_VALUE - 1).integer("b", Long.MAX_VALUE);
                    out.minimum(new BigDecimal("0.01")).number("c", new BigDecimal("0.009"));
                    out.minimum(new BigDecimal("0.01")).number("c", new BigDecimal("0.010"));
                    out.maximum(1).numbers("d", List.of(new BigDecimal("1"), new BigDecimal("1.5")));
                    out.maximum(new BigDecimal("3.5")).integers("e", List.of(3L, 4L));
                })))
                .containsExactly(
                        "a must be at least 1 (was 0)",
                        "b must be at most 9223372036854775806 (was 9223372036854775807)",
                        "c must be at least 0.01 (was 0.009)",
                        "d[1] must be at most 1 (was 1.5)",
                        "e[1] must be at most 3.5 (was 4)");
    }

    @Test
    void problemsShowNoSensitiveValue() {
        Pattern digits = Pattern.compile("[0-9]+");
        Message nested = new Part(out -> out.pattern(Pattern.compile("y")).string("d", "x"));
        assertThat(problems(new Part(out -> {
                    out.pattern(digits).sensitive().string("a", "secret");
                    out.encrypted().format(DATE, "a date").string("b", "s");
                    out.minimum(18).signed().integer("c", 17L);
                    out.sensitive().maximum(16).integer("c", 17L);
                    out.sensitive().maxLength(5).string("e", "secret");
                    out.pattern(digits).string("f", "shown");
                    out.object("nested", nested);
                })))
                .containsExactly(
                        "a must match [0-9]+ (was 6 characters)",
                        "b must be a date (was 1 character)",
                        "c must be at least 18",
                        "c must be at most 16",
                        "e must be at most 5 characters (was 6)",
                        "f must match [0-9]+ (was \"shown\")",
                        "nested.d must match y (was \"x\")");
    }

    @Test
    void v3RejectsEmojiUnlessSpecAllows() {
        Message nested = new Part(out -> out.string("body", "😀"));
        Part request = new Part(out -> {
            out.string("note", "a😀");
            out.emoji().string("nick", "😀");
            out.emoji().string("half", "a\ud83d");
            out.strings("tags", List.of("ok", "😀"));
            out.object("detail", nested);
        });
        assertThat(problems(request))
                .containsExactly(
                        "note has the character U+1F600, which the gateway does not accept: it has more than 3 bytes in"
                                + " UTF-8",
                        "half has the character U+D83D, which is half of a surrogate pair",
                        "tags[1] has the character U+1F600, which the gateway does not accept: it has more than 3 bytes"
                                + " in UTF-8",
                        "detail.body has the character U+1F600, which the gateway does not accept: it has more than 3"
                                + " bytes in UTF-8");
        assertThatCode(() -> Checks.requireValidV2(new Part(out -> out.string("note", "a😀\n\t"))))
                .as("XML carries them")
                .doesNotThrowAnyException();
    }

    @Test
    void namesHalfOfSurrogatePairInEveryFormat() {
        Part request = new Part(out -> {
            out.string("note", "a\ud83d");
            out.header().string("Idempotency-Key", "\ude00");
        });

        assertThat(problems(request))
                .containsExactly(
                        "note has the character U+D83D, which is half of a surrogate pair",
                        "Idempotency-Key has the character U+DE00, which is half of a surrogate pair");
        assertThatThrownBy(() -> Checks.requireValidV2(new Part(out -> out.string("note", "\ud83d"))))
                .hasMessageContaining("note has the character U+D83D, which is half of a surrogate pair");
    }

    @Test
    void checksCharactersOfHeaders() {
        assertThat(problems(new Part(out -> {
                    out.header().string("Idempotency-Key", "a\r\nX: y");
                    out.header().string("Other", "中");
                    out.header().string("Fine", "a b~");
                })))
                .containsExactly(
                        "Idempotency-Key has the character U+000D, which a header cannot carry",
                        "Other has the character U+4E2D, which a header cannot carry");
    }

    @Test
    void masksSensitiveValues() {
        Message nested = new Part(out -> out.encrypted().string("id", "4401"));
        assertThat(new Part(out -> {
                    out.string("a", "b");
                    out.sensitive().string("openid", "o");
                    out.signed().string("cert_sign", "t");
                    out.query().sensitive().string("phone", "1");
                    out.object("person", nested);
                    out.string("absent", null);
                }))
                .hasToString("Part{a=b, openid=***, cert_sign=***, phone=***, person=Part{id=***}}");
    }

    @Test
    void reportsEachSegmentOfThePathThatViolatesARule() {
        Map<String, UnaryOperator<FieldWriter>> rules = Map.of(
                "short", rule -> rule.maxLength(1),
                "counted", rule -> rule.maxLength(2),
                "task_id", rule -> rule.minLength(6).pattern(Pattern.compile("[a-z_]+")),
                "openid", rule -> rule.sensitive().pattern(Pattern.compile("[a-z]+")),
                "page", rule -> rule.minimum(1),
                "other", rule -> rule.maxLength(1));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("short", "12");
        values.put("counted", "𠮷野");
        values.put("task_id", "A-1");
        values.put("openid", "oUpF8");
        values.put("page", "0");
        values.put("free", "long");

        assertThatThrownBy(() -> Checks.requireValidSegments(values, rules))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.problems())
                        .containsExactly(
                                "short must be at most 1 character (was 2)",
                                "task_id must be at least 6 characters (was 3)",
                                "task_id must match [a-z_]+ (was \"A-1\")",
                                "openid must match [a-z]+ (was 5 characters)",
                                "page must be at least 1 (was 0)"));
    }

    private static List<String> problems(Message request) {
        InvalidRequestException found =
                catchThrowableOfType(InvalidRequestException.class, () -> Checks.requireValidV3(request));
        return found == null ? List.of() : found.problems();
    }
}
