package io.github.wxpaycodegen.runtime.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MaskedBodyTest {
    @Test
    void showsStructureWithoutValues() {
        assertThat(MaskedBody.xml(bytes("<xml><name>张 三</name><n>1&lt;</n></xml>")))
                .isEqualTo("<xml><name>* *</name><n>*****</n></xml>");
        assertThat(MaskedBody.json(
                        bytes("{\"name\":\"张三\",\"amount\":{\"total\":1},\"list\":[true,null],\"none\":[]}")))
                .isEqualTo("{\"name\":\"***\",\"amount\":{\"total\":\"***\"},\"list\":[\"***\",\"***\"],\"none\":[]}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
