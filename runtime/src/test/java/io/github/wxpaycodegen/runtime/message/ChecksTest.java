package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.InvalidRequestException;
import io.github.wxpaycodegen.runtime.UploadFile;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void everyRuleIsToldWithThePathOfItsField() {
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
                        "a: is required",
                        "list: is required",
                        "b, c: exactly one of them is required, 2 are given",
                        "d, e: exactly one of them is required, 0 are given",
                        "f, g: at least one of them is required",
                        "amount.currency: has 4 characters, at most 3 are taken",
                        "goods[1].price: is required",
                        "file: has 3 bytes, at most 2 are taken",
                        "file: is image/gif, taken are image/png, image/jpeg");
    }

    @Test
    void lengthIsCountedInCharactersNotInHalves() {
        assertThat(problems(new Part(out -> {}, checker -> checker.maxLength("name", "𠮷𠮷", 2))))
                .isEmpty();
    }

    @Test
    void v3TakesNoCharactersOfFourBytesUnlessTheSpecSaysSo() {
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
                        "note: has the character U+1F600, which the gateway does not take: it has more than 3 bytes in UTF-8",
                        "half: has the character U+D83D, which is half a character",
                        "tags[1]: has the character U+1F600, which the gateway does not take: it has more than 3 bytes in UTF-8",
                        "detail.body: has the character U+1F600, which the gateway does not take: it has more than 3 bytes in UTF-8");
        assertThatCode(() -> Checks.requireValidV2(new Part(out -> out.string("note", "a😀\n\t"), c -> {})))
                .as("XML carries them")
                .doesNotThrowAnyException();
    }

    @Test
    void aHeaderTakesWhatHeadersCarry() {
        assertThat(problems(new Part(
                        out -> {
                            out.header().string("Idempotency-Key", "a\r\nX: y");
                            out.header().string("Other", "中");
                            out.header().string("Fine", "a b~");
                        },
                        checker -> {})))
                .containsExactly(
                        "Idempotency-Key: has the character U+000D, which a header cannot carry",
                        "Other: has the character U+4E2D, which a header cannot carry");
    }

    @Test
    void whatIsSensitiveIsMaskedWhereItIsPrinted() {
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

    /** A message whose fields and rules a test writes down in place. */
    private static final class Part extends Message {
        private final Consumer<FieldWriter> fields;
        private final Consumer<Checker> rules;

        Part(Consumer<FieldWriter> fields, Consumer<Checker> rules) {
            super(UnknownFields.EMPTY);
            this.fields = fields;
            this.rules = rules;
        }

        @Override
        public void writeTo(FieldWriter out) {
            fields.accept(out);
        }

        @Override
        public void check(Checker checker) {
            rules.accept(checker);
        }
    }
}
