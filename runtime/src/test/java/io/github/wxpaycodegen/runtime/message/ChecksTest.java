package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Test
    void namesPathOfEveryViolation() {
        Message price = new Part(out -> {}, checker -> checker.required("price", null));
        Message amount = new Part(out -> {}, checker -> checker.maxLength("currency", "CNYY", 3));
        assertThat(problems(new Part(out -> {}, checker -> {
                    checker.required("a", null);
                    checker.required("list", List.of());
                    checker.required("present", "");
                    checker.exactlyOneOf(List.of("b", "c"), "1", "2");
                    checker.exactlyOneOf(List.of("d", "e"), null, null);
                    checker.atLeastOneOf(List.of("f", "g"), null, null);
                    checker.atLeastOneOf(List.of("h", "i"), "1", "2");
                    checker.object("amount", amount);
                    checker.object("absent", null);
                    checker.objects("goods", List.of(new Part(out -> {}, c -> {}), price));
                    checker.file("file", UploadFile.of("a.gif", new byte[3]), 2, "image/png", "image/jpeg");
                    checker.file("none", null, 2);
                })))
                .containsExactly(
                        "a is required",
                        "list is required",
                        "b, c: exactly one of them is required (2 were given)",
                        "d, e: exactly one of them is required (0 were given)",
                        "f, g: at least one of them is required",
                        "amount.currency must be at most 3 characters (was 4)",
                        "goods[1].price is required",
                        "file must be at most 2 bytes (was 3)",
                        "file must be one of image/png, image/jpeg (was image/gif)");
    }

    @Test
    void countsCodePoints() {
        assertThat(problems(new Part(out -> {}, checker -> checker.maxLength("name", "𠮷𠮷", 2))))
                .isEmpty();
    }

    @Test
    void limitsEachTextOfAList() {
        assertThat(problems(new Part(out -> {}, checker -> {
                    checker.minLength("a", "𠮷", 2);
                    checker.minLength("a", "𠮷𠮷", 2);
                    checker.minLength("a", null, 2);
                    checker.maxLength("b", List.of("abc", "abcd"), 3);
                    checker.pattern("c", "a1\n", Pattern.compile("[a-z]+"));
                    checker.pattern("c", "abc", Pattern.compile("[a-z]+"));
                    checker.pattern("d", List.of("ok", "x".repeat(65)), Pattern.compile("[a-z]{2}"));
                    checker.format("e", "20260101", DATE, "a date of the form yyyy-MM-dd");
                    checker.format("e", "2026-01-01", DATE, "a date of the form yyyy-MM-dd");
                    checker.format("f", 17L, Pattern.compile("[0-9]{10}"), "a Unix time in seconds");
                    checker.maxItems("g", List.of(1, 2), 1);
                    checker.maxItems("g", List.of(1), 1);
                    checker.maxItems("g", null, 1);
                    checker.maxItems("h", List.of(1, 2, 3), 2);
                })))
                .containsExactly(
                        "a must be at least 2 characters (was 1)",
                        "b[1] must be at most 3 characters (was 4)",
                        "c must match [a-z]+ (was \"a1\\u000a\")",
                        "d[1] must match [a-z]{2} (was \"" + "x".repeat(64) + "…\")",
                        "e must be a date of the form yyyy-MM-dd (was \"20260101\")",
                        "f must be a Unix time in seconds (was 17)",
                        "g must have at most 1 element (had 2)",
                        "h must have at most 2 elements (had 3)");
    }

    @Test
    void limitsNumbersOfEachKind() {
        assertThat(problems(new Part(out -> {}, checker -> {
                    checker.minimum("a", 0L, 1);
                    checker.minimum("a", 1L, 1);
                    checker.minimum("a", null, 1);
                    checker.maximum("b", Long.MAX_VALUE, Long.MAX_VALUE - 1);
                    checker.minimum("c", new BigDecimal("0.009"), new BigDecimal("0.01"));
                    checker.minimum("c", new BigDecimal("0.010"), new BigDecimal("0.01"));
                    checker.maximum("d", List.of(new BigDecimal("1"), new BigDecimal("1.5")), 1);
                    checker.maximum("e", List.of(3L, 4L), new BigDecimal("3.5"));
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
        Message nested = new Part(out -> {}, checker -> checker.pattern("d", "x", Pattern.compile("y")));
        assertThat(problems(new Part(out -> {}, checker -> {
                    checker.sensitive().pattern("a", "secret", Pattern.compile("[0-9]+"));
                    checker.sensitive().format("b", "s", DATE, "a date");
                    checker.sensitive().minimum("c", 17L, 18);
                    checker.sensitive().maxLength("e", "secret", 5);
                    checker.pattern("f", "shown", Pattern.compile("[0-9]+"));
                    checker.object("nested", nested);
                })))
                .containsExactly(
                        "a must match [0-9]+ (was 6 characters)",
                        "b must be a date (was 1 character)",
                        "c must be at least 18",
                        "e must be at most 5 characters (was 6)",
                        "f must match [0-9]+ (was \"shown\")",
                        "nested.d must match y (was \"x\")");
    }

    @Test
    void v3RejectsEmojiUnlessSpecAllows() {
        Message nested = new Part(out -> out.string("body", "😀"), checker -> {});
        Part request = new Part(
                out -> {
                    out.string("note", "a😀");
                    out.emoji().string("nick", "😀");
                    out.emoji().string("half", "a\ud83d");
                    out.strings("tags", List.of("ok", "😀"));
                    out.object("detail", nested);
                },
                checker -> {});
        assertThat(problems(request))
                .containsExactly(
                        "note has the character U+1F600, which the gateway does not take: it has more than 3 bytes in UTF-8",
                        "half has the character U+D83D, which is half a character",
                        "tags[1] has the character U+1F600, which the gateway does not take: it has more than 3 bytes in UTF-8",
                        "detail.body has the character U+1F600, which the gateway does not take: it has more than 3 bytes in UTF-8");
        assertThatCode(() -> Checks.requireValidV2(new Part(out -> out.string("note", "a😀\n\t"), c -> {})))
                .as("XML carries them")
                .doesNotThrowAnyException();
    }

    @Test
    void checksCharactersOfHeaders() {
        assertThat(problems(new Part(
                        out -> {
                            out.header().string("Idempotency-Key", "a\r\nX: y");
                            out.header().string("Other", "中");
                            out.header().string("Fine", "a b~");
                        },
                        checker -> {})))
                .containsExactly(
                        "Idempotency-Key has the character U+000D, which a header cannot carry",
                        "Other has the character U+4E2D, which a header cannot carry");
    }

    @Test
    void masksSensitiveValues() {
        Message nested = new Part(out -> out.encrypted().string("id", "4401"), checker -> {});
        assertThat(new Part(
                        out -> {
                            out.string("a", "b");
                            out.sensitive().string("openid", "o");
                            out.signed().string("cert_sign", "t");
                            out.query().sensitive().string("phone", "1");
                            out.object("person", nested);
                            out.string("absent", null);
                        },
                        checker -> {}))
                .hasToString("Part{a=b, openid=***, cert_sign=***, phone=***, person=Part{id=***}}");
    }

    private static List<String> problems(Message request) {
        InvalidRequestException found =
                catchThrowableOfType(InvalidRequestException.class, () -> Checks.requireValidV3(request));
        return found == null ? List.of() : found.problems();
    }
}
