package io.github.wxpaycodegen.runtime.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wxpaycodegen.runtime.call.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationReplyTest {
    @Test
    void escapesMessage() {
        assertThat(NotificationReply.failure(Protocol.V2, 500, "]]></return_msg>"))
                .hasToString("500 <xml><return_code><![CDATA[FAIL]]></return_code>"
                        + "<return_msg><![CDATA[]] ></return_msg>]]></return_msg></xml>");
        assertThat(NotificationReply.failure(Protocol.V3, 500, "\"}"))
                .hasToString("500 {\"code\":\"FAIL\",\"message\":\"\\\"}\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 399, 600})
    void failureRequiresErrorStatus(int status) {
        assertThatIllegalArgumentException().isThrownBy(() -> NotificationReply.failure(Protocol.V3, status, "no"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 599})
    void clientAndServerErrorsAreFailures(int status) {
        NotificationReply reply = NotificationReply.failure(Protocol.V2, status, "no");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.isSuccess()).isFalse();
    }
}
