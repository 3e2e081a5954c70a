package io.github.wxpaycodegen.runtime.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.SentMessage;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.notification.Sender.Sent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

/** Fields of notifications and replies that are encrypted or signed on their own. */
class EncryptedFieldsTest {
    private static final KeyPair MERCHANT = TestKeys.rsa();
    private static final KeyPair GATEWAY = TestKeys.rsa();
    private static final String OAEP = "RSA/ECB/OAEPWithSHA-1AndMGF1Padding";

    private final WxPayConfig config = Sender.config()
            .merchantPrivateKeyPem(TestKeys.pem(MERCHANT.getPrivate()))
            .merchantSerial("0A")
            .encryptionKeyPem(TestKeys.pem(GATEWAY.getPublic()))
            .appid("wx1")
            .build();

    @Test
    void fieldOfANotificationIsDecrypted() throws Exception {
        Cipher cipher = Cipher.getInstance(OAEP);
        cipher.init(Cipher.ENCRYPT_MODE, MERCHANT.getPublic());
        String name = Base64.getEncoder().encodeToString(cipher.doFinal("张三".getBytes(StandardCharsets.UTF_8)));
        Sent sent = Sender.v3(resource -> resource.put("plaintext", "{\"name\":\"" + name + "\"}"));

        try (WxPayClient client = WxPayClient.create(config)) {
            Notification read = client.context()
                    .notifications(NotificationTypes.of(Named.TYPE))
                    .parse(sent.header(), sent.body());
            assertThat(((Named) read).name).isEqualTo("张三");
        }
    }

    @Test
    void fieldOfAReplyIsEncryptedForTheGateway() throws Exception {
        Cipher cipher = Cipher.getInstance(OAEP);
        cipher.init(Cipher.DECRYPT_MODE, GATEWAY.getPrivate());

        byte[] plain = cipher.doFinal(Base64.getDecoder().decode(reply().get("name")));

        assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo("张三");
    }

    @Test
    void fieldOfAReplyIsSignedByTheMerchant() throws Exception {
        assertThat(isSignature(reply().get("certificate"))).isTrue();
    }

    private Map<String, String> reply() throws Exception {
        Sent sent = Sender.v2(Sender.scan(), SignType.MD5);
        Notifications notifications = Sender.notifications(config);
        Notification scan = notifications.parse(sent.header(), sent.body());
        return V2Xml.read(notifications.sign(scan, new Reply()).body());
    }

    private static boolean isSignature(String base64) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(MERCHANT.getPublic());
        verifier.update("serial=1".getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(base64));
    }

    /** A payment whose resource has an encrypted name. */
    private static final class Named extends Notification {
        private static final NotificationType<Named> TYPE =
                NotificationType.v3(Named.class, "named", List.of("TRANSACTION.SUCCESS"), List.of(), false, Named::new);

        private final String name;

        private Named(ReceivedNotification received) {
            super(received);
            this.name = received.read(Named::name);
        }

        private static String name(FieldReader in) {
            return in.names().isEmpty()
                    ? "none"
                    : in.encrypted().string(in.names().get(0));
        }
    }

    private static final class Reply extends SentMessage {
        @Override
        protected void writeFields(FieldWriter out) {
            out.encrypted().string("name", "张三");
            out.signed().string("certificate", "serial=1");
        }
    }
}
