package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageJsonTest {
    @Test
    void everyKindOfFieldIsPlainAndTyped() {
        Part nested =
                Part.with(out -> out.encrypted().string("id_card", "4401")).build();
        Part whole = Part.with(out -> {
                    out.query().filled(Fill.APPID, true).string("appid", null);
                    out.header().string("Idempotency-Key", "k");
                    out.signed().string("cert_sign", "text");
                    out.sensitive().string("openid", "o");
                    out.integer("total", 7L);
                    out.number("rate", new BigDecimal("1.50"));
                    out.number("tiny", new BigDecimal("0.0000000150"));
                    out.number("large", new BigDecimal("1E+30"));
                    out.bool("plain", true);
                    out.bool("spelled", false, "Y", "N");
                    out.dateTime("time", OffsetDateTime.parse("2026-01-02T03:04:00Z"));
                    out.dateTime("nanos", OffsetDateTime.parse("2026-01-02T03:04:05.000000001+08:00:30"));
                    out.encoded(Encoding.JSON).object("detail", nested);
                    out.encoded(Encoding.URL).object("risk", nested);
                    out.encoded(Encoding.JSON).strings("photos", List.of("p"));
                    out.integers("counts", List.of(1L, 2L));
                    out.objects("all", List.of(nested));
                    out.digest(Digest.MD5, null).string("hash", null);
                    out.file("file", UploadFile.of("a", new byte[0]));
                    out.string("last", "\"\n张");
                })
                .build();

        assertThat(whole.toJson())
                .isEqualTo(
                        "{\"Idempotency-Key\":\"k\",\"cert_sign\":\"text\",\"openid\":\"o\",\"total\":7,\"rate\":1.50,\"tiny\":0.0000000150,\"large\":1E+30,\"plain\":true,\"spelled\":false,\"time\":\"2026-01-02T03:04:00+00:00\",\"nanos\":\"2026-01-02T03:04:05.000000001+08:00:30\",\"detail\":{\"id_card\":\"4401\"},\"risk\":{\"id_card\":\"4401\"},\"photos\":[\"p\"],\"counts\":[1,2],\"all\":[{\"id_card\":\"4401\"}],\"last\":\"\\\"\\n"
                                + "张\"}");
    }

    @Test
    void numberedGroupsHaveTheirNumbers() {
        Order order = received(Map.of(
                "coupon_id_3", "a", "coupon_fee_3", "seven", "coupon_id_10", "b", "part_10_0", "7", "part_10_2", "8"));

        assertThat(order.toJson())
                .isEqualTo("{\"coupon_id_0\":\"a\",\"coupon_fee_0\":\"seven\",\"coupon_id_1\":\"b\",\"part_1_0\":7,"
                        + "\"part_1_1\":8}");
        assertThat(Order.fromJson(order.toJson())).isEqualTo(order);
    }

    /** A page may send nothing but empty texts. */
    @Test
    void elementWithoutFieldsKeepsItsNumber() {
        Order order = received(Map.of("coupon_fee_0", "", "coupon_id_1", "a", "part_2_0", ""));

        assertThat(order.coupons).hasSize(3);
        assertThat(order.toJson()).isEqualTo("{\"coupon_id_0\":null,\"coupon_id_1\":\"a\",\"part_2_0\":null}");
        assertThat(Order.fromJson(order.toJson())).isEqualTo(order);
        assertThat(order.toBuilder(builder -> builder.coupons = List.of()).build())
                .isEqualTo(Order.fromJson("{}"))
                .hasSameHashCodeAs(Order.fromJson("{}"));
    }

    @Test
    void unknownFieldsKeepTheirTypesAndPlaces() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("total", new BigDecimal("1.5"));
        fields.put("later", Map.of("a", Arrays.asList(new BigDecimal("1.50"), null, true)));
        fields.put("nothing", null);
        fields.put("text", "1");
        Order order = received(fields);

        assertThat(order.toJson())
                .isEqualTo("{\"total\":1.5,\"later\":{\"a\":[1.50,null,true]},\"nothing\":null,\"text\":\"1\"}");
        assertThat(Order.fromJson(order.toJson())).isEqualTo(order);
        assertThat(Order.fromJson(order.toJson()).unknownFields().asMap())
                .isEqualTo(order.unknownFields().asMap())
                .containsEntry("nothing", "null");
    }

    /** Read in its own place, each of them would become something else. */
    @Test
    void keepsAmbiguousUnknownFieldsApart() {
        Order undecryptable = received(Map.of("name", "cipher"), text -> null);
        Order named = received(Map.of("$put", List.of("x"), "$unknown", "y"));
        Order both = received(Map.of("total", "seven")).toBuilder(order -> order.total = 7L)
                .build();

        assertThat(undecryptable.toJson()).isEqualTo("{\"$unknown\":{\"name\":\"cipher\"}}");
        assertThat(both.toJson()).isEqualTo("{\"total\":7,\"$unknown\":{\"total\":\"seven\"}}");
        for (Order order : List.of(undecryptable, named, both)) {
            assertThat(Order.fromJson(order.toJson())).isEqualTo(order);
            assertThat(Order.fromJson(order.toJson()).toJson()).isEqualTo(order.toJson());
        }
        assertThat(received(Map.of("name", "cipher"), text -> "plain").toJson()).isEqualTo("{\"name\":\"plain\"}");
        assertThat(Order.fromJson("{\"name\":\"plain\"}").name).isEqualTo("plain");
    }

    @Test
    void putFieldsSurviveJson() {
        Request request = new Request.Builder(ExtraFields.NONE)
                .putField("total", "seven")
                .putEncryptedField("name", "张三")
                .putEncryptedField("secret", "s")
                .putJsonField("more", "{\"b\":[1.50,null]}")
                .putField("decimal", new BigDecimal("1.50"))
                .build();

        assertThat(request.toJson())
                .isEqualTo(
                        "{\"total\":\"seven\",\"name\":\"张三\",\"secret\":\"s\",\"more\":{\"b\":[1.50,null]},\"decimal\":1.50,"
                                + "\"$put\":[\"total\",\"more\",\"decimal\"],\"$putEncrypted\":[\"name\",\"secret\"]}");
        Request read = Request.fromJson(request.toJson());
        assertThat(read).isEqualTo(request);
        assertThat(read.toJson()).isEqualTo(request.toJson());
    }

    /** Another version may not know the field, or may know it by another type: what was stored is what is sent. */
    @Test
    void sendsAllFieldsOfTheJson() {
        Request read = Request.fromJson("{\"total\":\"seven\",\"later\":[1],\"part\":{\"id\":\"i\",\"more\":true}}");

        assertThat(read.putFields().names()).containsExactly("total", "later");
        assertThat(read.part.putFields().names()).containsExactly("more");
        assertThat(read.unknownFields()).isEqualTo(UnknownFields.EMPTY);
        assertThat(new Sent(read).fields).containsExactly("total=\"seven\"", "part=Payer{id=i, more=***}", "later=[1]");
    }

    @Test
    void requestKeepsListWithNull() {
        String json = "{\"labels\":[\"a\",null],\"part\":{\"id\":\"i\"}}";
        Request read = Request.fromJson(json);

        assertThat(read.labels).isNull();
        assertThat(read.putFields().names()).containsExactly("labels");
        assertThat(new Sent(read).fields).contains("labels=[\"a\",null]");
        assertThat(Request.fromJson(read.toJson())).isEqualTo(read);
        assertThat(Request.fromJson("{\"labels\":[\"a\"]}").labels).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"labels\":{}}", "{\"labels\":\"\"}", "{\"total\":\"\"}", "{\"part\":\"\"}", "{\"part\":[]}"})
    void requestKeepsValueOfAnotherType(String json) {
        Request read = Request.fromJson(json);

        assertThat(new Sent(read).fields).hasSize(1);
        assertThat(read.putFields().names()).hasSize(1);
        assertThat(read.toJson()).startsWith(json.substring(0, json.length() - 1));
    }

    /** A part that came in a response may have fields that the gateway added: they are not sent, then or now. */
    @Test
    void doesNotSendWhatTheRequestDidNotSend() {
        Payer part = Payer.readFrom(FieldReader.received(Map.of("id", "i", "later", "l"), text -> text));
        Request request = new Request.Builder(ExtraFields.NONE).part(part).build();

        assertThat(request.toJson()).isEqualTo("{\"part\":{\"id\":\"i\",\"$unknown\":{\"later\":\"l\"}}}");
        assertThat(Request.fromJson(request.toJson())).isEqualTo(request);
        assertThat(part.toJson()).isEqualTo("{\"id\":\"i\",\"later\":\"l\"}");
        assertThat(Payer.fromJson(part.toJson())).isEqualTo(part);
    }

    @Test
    void receivedMessageHasNoMarks() {
        Order order = received(Map.of("$put", List.of("total"), "total", "7"));

        assertThat(order.total).isEqualTo(7);
        assertThat(order.putFields().names()).isEmpty();
        assertThat(order.unknownFields().names()).containsExactly("$put");
    }

    @Test
    void validatesReadRequestWhenSent() {
        Request broken = Request.fromJson("{\"note\":\"\\u0000\"}");
        Request valid = Request.fromJson("{\"note\":\"n\",\"$put\":[\"note\"]}");

        assertThatThrownBy(() -> Checks.requireValidV2(broken))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("part is required")
                .hasMessageContaining("note has the character U+0000, which XML cannot carry");
        assertThatThrownBy(() -> Checks.requireValidV2(valid)).hasMessageContaining("part is required");
        assertThatCode(() -> Checks.requireValidV2(Request.fromJson("{\"part\":1,\"note\":\"n\",\"$put\":[\"part\"]}")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|a list",
                "1|a number",
                "true|a boolean",
                "null|null",
                "\"6225\"|a string",
            })
    void rejectsJsonThatIsNotAnObject(String json, String kind) {
        assertThatThrownBy(() -> Order.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the text must be one JSON object (was " + kind + ")");
    }

    /** The text may be a message with names and bank accounts, and the message of an exception ends in a log. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|it is empty, near line 1, column 1 (was 0 characters)",
                "` `|it is empty, near line 1, column 2 (was 1 character)",
                "{|it ends too early, near line 1, column 2 (was 1 character)",
                "{\"bank_account\":\"6225\"|it ends too early, near line 1, column 23 (was 22 characters)",
                "{\"bank_account\":\"6225|it ends too early, near line 1, column 22 (was 21 characters)",
                "{}{}|it continues after its end, near line 1, column 4 (was 4 characters)",
                "{\"a\":1,\"a\":2}|it contains a name twice, near line 1, column 11 (was 13 characters)",
                "{'a':1}|it is malformed, near line 1, column 2 (was 7 characters)",
                "{\"a\":6225 6226}|it is malformed, near line 1, column 11 (was 15 characters)",
            })
    void saysWhereTextIsNotJsonWithoutShowingIt(String json, String problem) {
        assertThatThrownBy(() -> Order.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the text must be one JSON object: " + problem)
                .hasNoCause();
    }

    @Test
    void saysWhatExceedsTheLimitsOfJson() {
        assertThatThrownBy(() -> Order.fromJson("[".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the text must be one JSON object: it is nested too deeply")
                .hasMessageEndingWith("(was 100000 characters)");
        assertThatThrownBy(() -> Order.fromJson("{\"a\":" + "7".repeat(1001) + "}"))
                .hasMessageStartingWith(
                        "the text must be one JSON object: it contains a number of more than 1000 digits");
        assertThatThrownBy(() -> Order.fromJson("{\"a\":" + "7".repeat(2000) + "}"))
                .hasMessageStartingWith(
                        "the text must be one JSON object: it contains a name or a value that is too long");
    }

    @Test
    @SuppressWarnings("NullAway") // callers without null checks pass it
    void namesJsonThatIsNull() {
        assertThatNullPointerException().isThrownBy(() -> Order.fromJson(null)).withMessage("json");
    }

    @Test
    void documentsWithinDocumentsMayBeDeep() {
        String deep = "[".repeat(60) + "]".repeat(60);
        Request request = Request.fromJson("{\"later\":{\"a\":" + deep.replace("[]", "[" + deep + "]") + "}}");

        assertThat(Request.fromJson(request.toJson())).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$put\":\"a\"}",
                "{\"$put\":[\"a\"]}",
                "{\"$put\":[1],\"1\":1}",
                "{\"$put\":[\"sign\"],\"sign\":1}",
                "{\"$put\":[\"a b\"],\"a b\":1}",
                "{\"$putEncrypted\":[\"a\"],\"a\":1}",
                "{\"$put\":[null]}",
                "{\"$put\":[\"$put\"]}",
                "{\"$putEncrypted\":[\"b\"],\"a\":\"1\"}",
                "{\"$unknown\":[]}",
                "{\"part\":{\"$unknown\":1}}",
            })
    void rejectsUnknownMarks(String json) {
        assertThatThrownBy(() -> Request.fromJson(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void responseOnlyMessageHasNoPutFields() {
        assertThatThrownBy(() -> Order.Coupon.fromJson("{\"a\":1,\"$put\":[\"a\"]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the JSON of a received message must not have the member $put or $putEncrypted");
        assertThat(Order.Coupon.fromJson("{\"a\":1}").putFields().names()).isEmpty();
    }

    @Test
    void rejectsNamesThatTheClientSets() {
        assertThatThrownBy(() -> Request.fromJson("{\"sign\":\"A\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sign is set by the client itself and cannot be put");
        assertThat(Order.fromJson("{\"sign\":\"A\"}").unknownFields().text("sign"))
                .isEqualTo("A");
    }

    @Test
    void mapIsFreshOrderedAndUnmodifiable() {
        Map<String, Object> later = new LinkedHashMap<>(Map.of("a", new ArrayList<>(List.of("b"))));
        Request request = new Request.Builder(ExtraFields.NONE)
                .part(Payer.readFrom(FieldReader.received(Map.of("id", "i", "later", later), text -> text)))
                .putJsonField("put", "{\"c\":[{}]}")
                .build();
        Map<String, Object> map = request.toMap();

        assertThat(map.keySet()).containsExactly("part", "put", "$put");
        assertThat(request.toMap()).isEqualTo(map).isNotSameAs(map);
        assertUnmodifiable(map);
    }

    private static void assertUnmodifiable(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
            map.values().forEach(MessageJsonTest::assertUnmodifiable);
        } else if (tree instanceof List<?> list) {
            assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
            list.forEach(MessageJsonTest::assertUnmodifiable);
        }
    }

    @Test
    void mapsOfOtherLibrariesAreRead() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("total", 7);
        members.put("rate", 1.5d);
        members.put("big", new java.math.BigInteger("12345678901234567890"));
        members.put("small", (short) 1);
        members.put("list", java.util.Set.of(1.25f));
        Order order = Order.readFrom(FieldReader.ofJson(members));

        assertThat(order)
                .isEqualTo(Order.fromJson(
                        "{\"total\":7,\"rate\":1.50,\"big\":12345678901234567890,\"small\":1,\"list\":[1.25]}"));
        for (Object wrong : List.of(Double.NaN, Float.NEGATIVE_INFINITY, new Object(), 'c', Map.of(1, 2))) {
            assertThatThrownBy(() -> FieldReader.ofJson(Map.of("a", List.of(wrong))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void numberFormatDoesNotAffectEquality() {
        Order one = Order.fromJson("{\"rate\":1.50}");

        assertThat(one)
                .isEqualTo(Order.fromJson("{\"rate\":15e-1}"))
                .hasSameHashCodeAs(Order.fromJson("{\"rate\":1.5}"));
        assertThat(one.rate).isEqualTo(new BigDecimal("1.50"));
        assertThat(one).isNotEqualTo(Order.fromJson("{\"rate\":1.51}"));
    }

    private static Order received(Map<String, ?> fields) {
        return received(fields, text -> text);
    }

    private static Order received(Map<String, ?> fields, Function<String, String> decryption) {
        return Order.readFrom(FieldReader.received(fields, decryption));
    }

    /** What is written of a message, by name. */
    private static final class Sent extends PlainFieldWriter {
        private final List<String> fields = new ArrayList<>();

        Sent(Message message) {
            message.writeTo(this);
        }

        @Override
        protected void value(String name, Object value) {
            fields.add(name + "=" + value);
        }
    }
}
