package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import io.github.wxpaycodegen.runtime.notification.NotificationReply;
import io.github.wxpaycodegen.runtime.notification.Notifications;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Receives notifications with Spring MVC. The body is taken as bytes: what is signed is what came, not what it means. */
@RestController
public class SpringNotifications {
    private final NotificationDispatcher dispatcher;

    /** Hands what comes to this dispatcher, a bean of the application. */
    public SpringNotifications(NotificationDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** The notify_url. */
    @PostMapping("/wxpay/notify")
    public ResponseEntity<byte[]> receive(@RequestHeader HttpHeaders headers, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(Notifications.maxBytes() + 1);
        NotificationReply reply = dispatcher.dispatch(headers::getFirst, bytes);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(reply.status());
        reply.headers().forEach((name, value) -> answer.header(name, value));
        return answer.body(reply.body());
    }
}
