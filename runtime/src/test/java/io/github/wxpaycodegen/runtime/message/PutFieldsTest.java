package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PutFieldsTest {
    private static Part.Builder empty() {
        return Part.with(out -> out.string("declared", null));
    }

    @Test
    void putFieldCountsAsReplacedField() {
        Part.Builder rules = Part.with(out -> {
            out.required()
                    .maxLength(1)
                    .sensitive()
                    .pattern(Pattern.compile("[0-9]"))
                    .string("id", null);
            out.required().strings("list", null);
            out.exactlyOneOf(List.of("id", "other"), null, null);
            out.atLeastOneOf(List.of("list", "other"), null, null);
        });

        assertThat(problems(rules.build()))
                .containsExactly(
                        "id is required",
                        "list is required",
                        "id, other: exactly one of them is required (0 were given)",
                        "list, other: at least one of them is required");
        assertThat(problems(rules.putField("id", "too long")
                        .putJsonField("list", "{}")
                        .build()))
                .isEmpty();
        assertThat(problems(rules.putField("other", 1).build()))
                .containsExactly("id, other: exactly one of them is required (2 were given)");
    }

    @Test
    void rulesOfPartSeePutFields() {
        Part.Builder part = Part.with(out -> out.required().string("price", null));
        Part.Builder whole = Part.with(out -> {
            out.object("one", part.build());
            out.objects("all", List.of(part.build()));
        });

        assertThat(problems(whole.putField("price", 1).build()))
                .containsExactly("one.price is required", "all[0].price is required");
        part.putField("price", 1);
        assertThat(problems(whole.build())).isEmpty();
    }

    @Test
    void fieldCannotBeBothSetAndPut() {
        Part nested =
                Part.with(out -> out.integer("price", 3L)).putField("price", 4).build();
        Part whole = Part.with(out -> {
                    out.query().filled(Fill.APPID, true).string("appid", "wx1");
                    out.encoded(Encoding.JSON).objects("goods", List.of(nested));
                })
                .putField("appid", "wx2")
                .build();

        assertThat(problems(whole))
                .containsExactly(
                        "appid is both set and put: remove one of them",
                        "goods[0].price is both set and put: remove one of them");
    }

    @Test
    void numberedFieldCannotBeBothSetAndPut() {
        Part.Builder whole = Part.with(out -> out.indexed(
                "coupons",
                List.of(
                        Part.with(one -> one.string("id_$n", "a")).build(),
                        Part.with(two -> two.indexed(
                                        "parts",
                                        List.of(Part.with(part -> part.string("part_$n_$m", "p"))
                                                .build())))
                                .build())));

        assertThat(problems(whole.putField("id_1", "b").putField("coupons", "c").build()))
                .isEmpty();
        assertThat(problems(
                        whole.putField("id_0", "b").putField("part_1_0", "c").build()))
                .containsExactly(
                        "id_0 is both set and put: remove one of them",
                        "part_1_0 is both set and put: remove one of them");
    }

    @Test
    void rejectsPutFieldsOnNumberedElement() {
        Part element =
                Part.with(one -> one.string("id_$n", "a")).putField("x", 1).build();

        assertThat(problems(Part.with(out -> out.indexed("coupons", List.of(element)))
                        .build()))
                .containsExactly("coupons[0] is numbered by its position, so no fields can be put on it; put them,"
                        + " with their number, on the message that has coupons");
    }

    @Test
    void encryptedFieldHasItsOwnMethod() {
        Part.Builder whole = Part.with(out -> out.encrypted().string("name", null));

        assertThat(problems(whole.putField("name", "张三").build()))
                .containsExactly("name is encrypted when it is sent: put it with putEncryptedField");
        assertThat(problems(whole.putEncryptedField("name", "张三")
                        .putEncryptedField("other", "b")
                        .build()))
                .isEmpty();
        assertThat(problems(Part.with(out -> out.encrypted().string("name", "李四"))
                        .putEncryptedField("name", "张三")
                        .build()))
                .containsExactly("name is both set and put: remove one of them");
    }

    @Test
    void putDocumentCannotBeChanged() {
        Part part =
                Part.with(out -> {}).putJsonField("x", "{\"a\":[{\"b\":1}]}").build();
        List<Object> seen = new ArrayList<>();
        part.writeTo(new PlainFieldWriter() {
            @Override
            protected void value(String name, Object value) {
                seen.add(((JsonValue) value).tree());
            }
        });

        Map<?, ?> tree = (Map<?, ?>) seen.get(0);
        List<?> elements = (List<?>) tree.get("a");
        assertThat(tree).isUnmodifiable();
        assertThat(elements).isUnmodifiable();
        assertThat((Map<?, ?>) elements.get(0)).isUnmodifiable();
    }

    @Test
    void fileCannotBePut() {
        assertThat(problems(Part.with(out -> out.file("file", UploadFile.of("a", new byte[0])))
                        .putField("file", "x")
                        .build()))
                .containsExactly("file is a file and cannot be put: set it with its own method");
    }

    @Test
    void rejectsValuesThatCannotBeSent() {
        Part.Builder header = Part.with(out -> out.header().string("Idempotency-Key", null));
        Part.Builder body = empty().putField("nick", "😀").putJsonField("half", "[\"\\ud83d\"]");

        assertThat(problems(header.putField("Idempotency-Key", "a\r\nX: y").build()))
                .containsExactly("Idempotency-Key has the character U+000D, which a header cannot carry");
        assertThat(problems(body.build()))
                .as("v3 takes what a spec does not know")
                .containsExactly("half has the character U+D83D, which is half of a surrogate pair");
        assertThatCode(() ->
                        Checks.requireValidV2(empty().putField("a", "\u0001").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("a has the character U+0001, which XML cannot carry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "1a", "$put", "a$n", "<a>", "a&b", "a=b", "é", "a\n", "-a"})
    void rejectsInvalidNames(String name) {
        assertThatThrownBy(() -> empty().putField(name, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a field must have a name of 1 to 128 letters")
                .hasMessageNotContaining("\n");
    }

    @Test
    void nameHasALimit() {
        assertThatCode(() -> empty().putField("a".repeat(128), "x")).doesNotThrowAnyException();
        assertThatThrownBy(() -> empty().putField("a".repeat(129), "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(was " + "a".repeat(64) + "…)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign", "nonce_str", "workwx_sign"})
    void rejectsFieldsOfTheClient(String name) {
        assertThatThrownBy(() -> empty().putField(name, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + " is set by the client itself and cannot be put");
        assertThatThrownBy(() -> empty().putEncryptedField(name, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> empty().putJsonField(name, "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}", "1 2", "'a'", "{\"a\":\n\u202e}"})
    void rejectsValueThatIsNotJson(String json) {
        assertThatThrownBy(() -> empty().putJsonField("a", json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a value must be one JSON document: it ")
                .hasMessageEndingWith(
                        json.length() == 1 ? " (was 1 character)" : " (was " + json.length() + " characters)")
                .hasNoCause();
    }

    @Test
    void invalidJsonIsNotShown() {
        assertThatThrownBy(() -> empty().putJsonField("a", "{\"id_card\":\"4401\""))
                .hasMessage("a value must be one JSON document: it ends too early, near line 1, column 18"
                        + " (was 17 characters)");
        assertThatThrownBy(() -> empty().putJsonField("a", "张三"))
                .hasMessage("a value must be one JSON document: it is malformed, near line 1, column 1"
                        + " (was 2 characters)");
    }

    @Test
    void limitsDigitsOfNumbers() {
        assertThatThrownBy(() -> empty().putField("a", new BigDecimal("1E+1000000000")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> empty().putField("a", new BigDecimal("1E-1000000000")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> empty().putField("a", new BigDecimal("7".repeat(1001))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a number must have at most 1000 digits, 100 of them after its decimal point (was "
                        + "7".repeat(64) + "…)");
        assertThatCode(() -> empty().putField("a", new BigDecimal("1E+900"))).doesNotThrowAnyException();
    }

    @Test
    void masksValuesInText() {
        Part nested = empty().putField("secret", "s").build();
        Part whole = Part.with(out -> {
                    out.string("a", null);
                    out.string("b", "shown");
                    out.object("nested", nested);
                })
                .putEncryptedField("last", "s")
                .putField("a", true)
                .build();

        assertThat(whole).hasToString("Part{a=***, b=shown, nested=Part{secret=***}, last=***}");
        assertThat(whole.putFields()).hasToString("[last, a]");
        assertThat(whole.putFields().names()).containsExactly("last", "a");
    }

    @Test
    void putFieldsCountForEquality() {
        Part one = empty().putField("a", 1).build();

        assertThat(one)
                .isEqualTo(empty().putField("a", 2)
                        .putField("a", new BigDecimal("1"))
                        .build())
                .hasSameHashCodeAs(empty().putField("a", 1).build())
                .isNotEqualTo(empty().build())
                .isNotEqualTo(empty().putField("a", "1").build());
        assertThat(empty().putField("a", "x").build())
                .isNotEqualTo(empty().putEncryptedField("a", "x").build());
        assertThat(one.toBuilder().build()).isEqualTo(one);
        assertThat(one.toBuilder().putField("b", 2).build().putFields().names()).containsExactly("a", "b");
        assertThat(one.putFields().names()).as("immutable").containsExactly("a");
    }

    @Test
    void builtMessageIgnoresLaterChanges() {
        Part.Builder builder = empty().putField("a", 1);
        Part built = builder.build();
        builder.putField("b", 2);

        assertThat(built.putFields().names()).containsExactly("a");
        assertThat(built.putFields().names()).isUnmodifiable();
    }

    private static List<String> problems(Message request) {
        InvalidRequestException found =
                catchThrowableOfType(InvalidRequestException.class, () -> Checks.requireValidV3(request));
        return found == null ? List.of() : found.problems();
    }
}
