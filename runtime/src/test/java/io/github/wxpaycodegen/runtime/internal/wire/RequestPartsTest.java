package io.github.wxpaycodegen.runtime.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.message.Encoding;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.SentMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestPartsTest {
    private final List<String> problems = new ArrayList<>();

    @Test
    void splitsRequestIntoItsParts() {
        RequestParts parts = json(out -> {
            out.query().integer("limit", 5L);
            out.query().strings("state", List.of("A", "B"));
            out.header().string("Idempotency-Key", "k");
            out.file("file", UploadFile.of("a.png", new byte[] {1}));
            out.string("body", "b");
        });
        assertThat(PercentEncoding.query(parts.query())).isEqualTo("?limit=5&state=A&state=B");
        assertThat(parts.headers()).containsEntry("Idempotency-Key", "k");
        assertThat(parts.files()).containsOnlyKeys("file");
        assertThat(text(parts)).isEqualTo("{\"body\":\"b\"}");
    }

    @Test
    void jsonHasItsOwnTypes() {
        assertThat(text(json(out -> {
                    out.integer("i", 1L);
                    out.number("n", new BigDecimal("1E+3"));
                    out.bool("b", true);
                    out.bool("y", true, "Y", "N");
                    out.dateTime("t", OffsetDateTime.parse("2026-01-02T03:04:05Z"));
                    out.dateTime("u", OffsetDateTime.parse("2026-01-02T03:04:00.123456789+08:00"));
                    out.integers("l", List.of(1L, 2L));
                    out.string("absent", null);
                    out.encoded(Encoding.JSON).object("d", part(inner -> inner.string("a", "\"")));
                })))
                .isEqualTo(
                        "{\"i\":1,\"n\":1000,\"b\":true,\"y\":\"Y\",\"t\":\"2026-01-02T03:04:05+00:00\",\"u\":\"2026-01-02T03:04:00+08:00\",\"l\":[1,2],"
                                + "\"d\":\"{\\\"a\\\":\\\"\\\\\\\"\\\"}\"}");
    }

    @Test
    void encryptsNestedFields() {
        Message receiver = part(inner -> {
            inner.encrypted().string("name", "n");
            inner.filled(Fill.SUB_MCHID, true).string("sub_mchid", null);
        });
        assertThat(text(json(out -> {
                    out.objects("receivers", List.of(receiver));
                    out.encrypted().strings("ids", List.of("a", "b"));
                    out.encoded(Encoding.JSON).object("doc", receiver);
                })))
                .isEqualTo("{\"receivers\":[{\"name\":\"<n>\",\"sub_mchid\":\"SUB_MCHID\"}],\"ids\":[\"<a>\",\"<b>\"],"
                        + "\"doc\":\"{\\\"name\\\":\\\"<n>\\\",\\\"sub_mchid\\\":\\\"SUB_MCHID\\\"}\"}");
    }

    @Test
    void namesMissingSettingByPath() {
        json(out -> out.objects("orders", List.of(part(inner -> inner.filled(Fill.BRAND_ID, true)
                .string("brand_id", null)))));
        assertThat(problems)
                .containsExactly("orders[0].brand_id is required: set it on the request or configure brandId");
    }

    @Test
    void numbersGroupsAndEncodesDocumentsInV2() {
        RequestParts parts = RequestParts.ofText(
                part(out -> {
                    out.indexed("coupons", List.of(part(one -> one.string("coupon_id_$n", "a")), part(two -> {
                        two.string("coupon_id_$n", "b");
                        two.indexed("parts", List.of(part(p -> p.integer("part_$n_$m", 7L))));
                    })));
                    out.encoded(Encoding.URL).object("risk_info", part(inner -> {
                        inner.string("mobile", "1");
                        inner.integer("posttime", 2L);
                    }));
                    out.digest(Digest.MD5, UploadFile.of("f", new byte[] {1, 2, 3}))
                            .string("hash", null);
                    out.digest(Digest.MD5, UploadFile.of("f", new byte[] {1, 2, 3}))
                            .string("own", "given");
                }),
                false,
                new Client());
        assertThat(parts.fields())
                .containsEntry("coupon_id_0", "a")
                .containsEntry("coupon_id_1", "b")
                .containsEntry("part_1_0", "7")
                .containsEntry("risk_info", "mobile%3D1%26posttime%3D2")
                .containsEntry("hash", "5289df737df57326fcdd22597afb1fac")
                .containsEntry("own", "given");
    }

    @Test
    void urlencodedDocumentRejectsSeparators() {
        RequestParts.ofText(
                part(out -> out.encoded(Encoding.URL).object("risk_info", part(inner -> inner.string("a", "b&c=d")))),
                false,
                new Client());
        assertThat(problems)
                .containsExactly("risk_info.a: must not contain & or =, which a urlencoded document cannot represent");
    }

    private RequestParts json(Consumer<FieldWriter> fields) {
        return RequestParts.ofJson(part(fields), false, new Client());
    }

    private static String text(RequestParts parts) {
        return new String(parts.json(), StandardCharsets.UTF_8);
    }

    private static Message part(Consumer<FieldWriter> fields) {
        return new SentMessage() {
            @Override
            protected void writeFields(FieldWriter out) {
                fields.accept(out);
            }
        };
    }

    private final class Client implements FieldValueSource {
        @Override
        public @Nullable String configured(Fill fill) {
            return fill == Fill.BRAND_ID ? null : fill.name();
        }

        @Override
        public String encrypt(String field, String plain) {
            return "<" + plain + ">";
        }

        @Override
        public String sign(String field, String text) {
            return "signed " + text;
        }

        @Override
        public byte[] content(String field, UploadFile file) {
            try (InputStream in = file.open()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void problem(String problem) {
            problems.add(problem);
        }
    }
}
