package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.v3.refund.Refund;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/** Messages as results and parameters of controllers, through the converter of Spring. */
class SpringJsonTest {
    private final JacksonJsonHttpMessageConverter converter = new JacksonJsonHttpMessageConverter();

    record Page(List<Refund> refunds, int total) {}

    @Test
    void controllerReturnsAndAcceptsMessages() throws IOException {
        Refund refund = Refund.fromJson("{\"refund_id\":\"R1\",\"amount\":{\"refund\":100},\"later\":[1]}");
        Page page = new Page(List.of(refund), 1);

        assertThat(converter.canWrite(Refund.class, MediaType.APPLICATION_JSON)).isTrue();
        assertThat(written(refund)).isEqualTo(refund.toJson());
        assertThat(written(page)).isEqualTo("{\"refunds\":[" + refund.toJson() + "],\"total\":1}");
        assertThat(converter.read(Refund.class, sent(refund.toJson()))).isEqualTo(refund);
        assertThat(converter.read(Page.class, sent(written(page)))).isEqualTo(page);
    }

    private String written(Object value) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        converter.write(value, MediaType.APPLICATION_JSON, new HttpOutputMessage() {
            @Override
            public OutputStream getBody() {
                return body;
            }

            @Override
            public HttpHeaders getHeaders() {
                return new HttpHeaders();
            }
        });
        return body.toString(StandardCharsets.UTF_8);
    }

    private static HttpInputMessage sent(String json) {
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public HttpHeaders getHeaders() {
                return new HttpHeaders();
            }
        };
    }
}
