package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.SentMessage;
import java.util.List;

/** A notification that expects a reply, as a generated class is one. */
final class Scan extends Notification implements ExpectsReply<Scan.Reply> {
    static final NotificationType<Scan> TYPE =
            NotificationType.v2(Scan.class, "native-mode-1", List.of(), List.of("product_id"), Scan::new);

    private Scan(ReceivedNotification received) {
        super(received);
    }

    String product() {
        return String.valueOf(receivedFields().get("product_id"));
    }

    /** The order that was made for it. */
    static final class Reply extends SentMessage {
        private final String prepayId;

        Reply(String prepayId) {
            this.prepayId = prepayId;
        }

        @Override
        protected void writeFields(FieldWriter out) {
            out.string("return_code", "SUCCESS");
            out.filled(Fill.APPID, true).string("appid", null);
            out.filled(Fill.MCHID, true).string("mch_id", null);
            out.string("prepay_id", prepayId);
        }
    }
}
