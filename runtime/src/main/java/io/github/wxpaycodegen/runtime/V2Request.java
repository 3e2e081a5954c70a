package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.v2.SignType;
import io.github.wxpaycodegen.runtime.v2.V2Signer;
import io.github.wxpaycodegen.runtime.v2.V2Xml;
import io.github.wxpaycodegen.runtime.wire.RequestFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A signed v2 request: the fields that are signed are the fields that are sent. */
record V2Request(SignType signType, byte[] body) {
    static V2Request of(Operation<?, ?> operation, Message message, WxPayConfig config) {
        V2Signer signer = config.v2Signer();
        if (signer == null) {
            throw new ConfigurationException(operation.id()
                    + " is signed with the APIv2 key: configure it with WxPayConfig.builder().v2Key(...)");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        message.writeTo(RequestFields.writer(
                fields::put, config::id, new FieldCrypto(config, problems::add)::encrypt, problems::add));
        SignType signType = SignType.ofValue(fields.get("sign_type")).orElse(null);
        if (signType == null) {
            problems.add("sign_type: " + fields.get("sign_type") + " is no algorithm of v2");
        }
        if (signType == null || !problems.isEmpty()) {
            throw new InvalidRequestException(message.getClass().getSimpleName(), problems);
        }
        if (!operation.nonceless()) {
            fields.put("nonce_str", Nonce.next(config.random()));
        }
        fields.put("sign", signer.sign(fields, signType));
        return new V2Request(signType, V2Xml.write(fields));
    }
}
