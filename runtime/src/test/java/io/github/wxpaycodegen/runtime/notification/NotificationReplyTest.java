package io.github.wxpaycodegen.runtime.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NotificationReplyTest {
    @Test
    void aMessageCannotBreakOut() {
        assertThat(NotificationReply.failure(Protocol.V2, 500, "]]></return_msg>"))
                .hasToString("500 <xml><return_code><![CDATA[FAIL]]></return_code>"
                        + "<return_msg><![CDATA[]] ></return_msg>]]></return_msg></xml>");
        assertThat(NotificationReply.failure(Protocol.V3, 500, "\"}"))
                .hasToString("500 {\"code\":\"FAIL\",\"message\":\"\\\"}\"}");
    }

    @Test
    void aFailureHasAStatusOfOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> NotificationReply.failure(Protocol.V3, 204, "no"));
    }
}
