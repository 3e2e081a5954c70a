package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.Vectors;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class V2SignerTest {
    private static final JsonNode FILE = Vectors.read("v2-sign.json");

    @TestFactory
    Stream<DynamicTest> signsAndVerifiesEveryVector() {
        return FILE.get("vectors")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(vector.get("id").stringValue(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        V2Signer signer = new V2Signer(vector.get("key").stringValue());
        SignType type =
                Objects.requireNonNull(SignType.ofValue(vector.get("sign_type").stringValue()));
        Map<String, @Nullable String> fields = new HashMap<>();
        vector.get("params")
                .propertyStream()
                .forEach(e -> fields.put(
                        e.getKey(), e.getValue().isNull() ? null : e.getValue().stringValue()));
        String expected = vector.get("expected").stringValue();

        assertThat(signer.sign(fields, type)).isEqualTo(expected);
        assertThat(signer.verify(fields, type, expected)).isTrue();
        assertThat(signer.verify(fields, type, expected.toLowerCase(Locale.ROOT)))
                .isFalse();
        fields.put("one_more", "x");
        assertThat(signer.verify(fields, type, expected)).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> verifiesTheSignedDocuments() {
        return FILE.get("signed_xml")
                .valueStream()
                .map(document -> DynamicTest.dynamicTest(document.get("id").stringValue(), () -> {
                    Map<String, String> fields =
                            V2Xml.read(document.get("xml").stringValue().getBytes(StandardCharsets.UTF_8));

                    assertThat(new V2Signer(document.get("key").stringValue())
                                    .verify(fields, SignType.MD5, fields.get("sign")))
                            .isEqualTo(document.get("expected_valid").booleanValue());
                }));
    }

    @Test
    void recognizesAlgorithmByLength() {
        assertThat(SignType.ofSignature("0".repeat(32))).isEqualTo(SignType.MD5);
        assertThat(SignType.ofSignature("0".repeat(64))).isEqualTo(SignType.HMAC_SHA256);
        assertThat(SignType.ofSignature("0".repeat(63))).isNull();
        assertThat(SignType.ofValue("SHA1")).isNull();
        assertThat(SignType.ofValue(null)).isEqualTo(SignType.MD5);
    }
}
