package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.Vectors;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WorkwxSignerTest {
    @Test
    void signsPublishedExample() {
        JsonNode vector = Vectors.read("v2-sign.json")
                .get("primitives")
                .valueStream()
                .filter(each -> each.get("id").stringValue().equals("md5-secret-suffix"))
                .findFirst()
                .orElseThrow();
        String secret = vector.get("input").stringValue().substring("&secret=".length());

        assertThat(new WorkwxSigner(secret).sign(Map.of(), List.of()))
                .isEqualTo(vector.get("expected").stringValue().toUpperCase(Locale.ROOT));
    }

    @Test
    void signsOnlyNamedFields() {
        WorkwxSigner signer = new WorkwxSigner("s");
        Map<String, String> fields = Map.of("b", "2", "a", "1", "c", "3", "empty", "");

        assertThat(signer.sign(fields, List.of("b", "a", "absent", "empty")))
                // Of a=1&b=2&secret=s
                .isEqualTo("220373B5AEBB402685A2D5C4F3CA39D4")
                .isNotEqualTo(signer.sign(fields, List.of("a", "b", "c")));
    }
}
