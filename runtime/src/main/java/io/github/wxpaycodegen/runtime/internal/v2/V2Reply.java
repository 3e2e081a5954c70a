package io.github.wxpaycodegen.runtime.internal.v2;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.call.ClientFieldValues;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Nonce;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.wire.FieldValueSource;
import io.github.wxpaycodegen.runtime.internal.wire.RequestParts;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.Checks;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in, signs and writes the reply to a v2 notification. */
public final class V2Reply {
    private V2Reply() {}

    /**
     * Returns the reply as XML.
     *
     * @param received the fields of the notification, whose ids the reply repeats
     * @param type the algorithm of the notification's signature
     */
    public static byte[] write(Message reply, Map<String, ?> received, SignType type, ClientSettings config) {
        V2Signer signer = config.v2().signer();
        if (signer == null) {
            throw new ConfigurationException(
                    "A reply to a v2 notification must be signed with the APIv2 key: configure it"
                            + " with WxPayConfig.builder().v2Key(...)");
        }
        Checks.requireValidV2(reply);
        List<String> problems = new ArrayList<>();
        FieldValueSource client =
                new ClientFieldValues(config, config.merchant(), config.v2().encryptionKey(), problems);
        Map<String, String> fields = RequestParts.ofText(reply, false, new ReplyFieldValues(client, received))
                .fields();
        if (!problems.isEmpty()) {
            throw InvalidRequestException.builder(reply.getClass().getSimpleName())
                    .problems(problems)
                    .build();
        }
        fields.put("nonce_str", Nonce.next(config.random()));
        fields.put("sign", signer.sign(fields, type));
        return V2Xml.write(fields);
    }

    /** Takes ids from the notification, or from the configuration if the notification has none. */
    private record ReplyFieldValues(FieldValueSource client, Map<String, ?> received) implements FieldValueSource {
        @Override
        public @Nullable String configured(Fill fill) {
            return received.get(fieldName(fill)) instanceof String id ? id : client.configured(fill);
        }

        private static String fieldName(Fill fill) {
            return switch (fill) {
                case MCHID -> "mch_id";
                case APPID -> "appid";
                case SUB_MCHID -> "sub_mch_id";
                case SUB_APPID -> "sub_appid";
                case BRAND_ID -> "brand_id";
            };
        }

        @Override
        public String encrypt(String field, String plain) {
            return client.encrypt(field, plain);
        }

        @Override
        public String sign(String field, String text) {
            return client.sign(field, text);
        }

        @Override
        public byte[] content(String field, UploadFile file) {
            return client.content(field, file);
        }

        @Override
        public void problem(String problem) {
            client.problem(problem);
        }
    }
}
