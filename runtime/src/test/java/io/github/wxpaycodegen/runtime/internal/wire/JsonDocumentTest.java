package io.github.wxpaycodegen.runtime.internal.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{\"a\":1,\"a\":2}", "{\"a\":1}{}", "{\"a\":"})
    void rejectsBodyThatIsNotAnObject(String body) {
        assertThatThrownBy(() -> JsonDocument.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsOtherCharset() {
        assertThatThrownBy(() -> JsonDocument.read(new byte[] {'{', '"', (byte) 0xC4, (byte) 0xE3, '"', ':', '1', '}'}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
