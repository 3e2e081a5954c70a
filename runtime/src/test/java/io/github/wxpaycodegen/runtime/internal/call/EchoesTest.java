package io.github.wxpaycodegen.runtime.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.ApiContext;
import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.V3Gateway;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EchoesTest {
    private static final Operation<Sent, Map<String, String>> QUERY = Operation.<Sent, Map<String, String>>v3(
                    HttpMethod.GET, "/v3/payscore/serviceorder", Read::readFrom)
            .traits(Trait.READ_ONLY)
            .echoes("out_order_no")
            .build();

    private final V3Gateway gateway = new V3Gateway();

    @Test
    void responseToAnotherQueryIsRefused() {
        gateway.answer(200, "{\"out_order_no\":\"A1\"}");
        gateway.answer(200, "{\"out_order_no\":\"A2\"}");
        ApiContext context = gateway.client().context();
        Sent query = new Sent(out -> out.query().string("out_order_no", "A1"));

        assertThat(context.call(QUERY, query)).containsEntry("out_order_no", "A1");
        assertThatThrownBy(() -> context.call(QUERY, query))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("the response belongs to another call: its out_order_no");
    }
}
