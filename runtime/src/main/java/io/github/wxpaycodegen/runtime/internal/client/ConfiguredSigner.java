package io.github.wxpaycodegen.runtime.internal.client;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.frontend.FrontEndSigner;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Nonce;
import io.github.wxpaycodegen.runtime.internal.call.V3Settings;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.crypto.V3Signer;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Signs front-end parameters with the current configuration. */
final class ConfiguredSigner implements FrontEndSigner {
    private final Supplier<ClientSettings> config;

    ConfiguredSigner(Supplier<ClientSettings> config) {
        this.config = config;
    }

    @Override
    public String appid() {
        return id(Fill.APPID, "appid");
    }

    @Override
    public String mchid() {
        return id(Fill.MCHID, "mchid");
    }

    private String id(Fill fill, String name) {
        String id = config.get().id(fill);
        if (id == null) {
            throw new ConfigurationException("Front-end parameters contain the " + name + ": configure it with"
                    + " WxPayConfig.builder()." + name + "(...), or call frontEnd()." + name + "(...)");
        }
        return id;
    }

    @Override
    public long seconds() {
        return config.get().clock().instant().getEpochSecond();
    }

    @Override
    public String nonce() {
        return Nonce.next(config.get().random());
    }

    @Override
    public String signV2(Map<String, String> fields, SignType type) {
        V2Signer signer = config.get().v2().signer();
        if (signer == null) {
            throw new ConfigurationException(
                    "These front-end parameters are signed with the APIv2 key: configure it with"
                            + " WxPayConfig.builder().v2Key(...)");
        }
        List<String> problems = V2Signer.problemsIfShown(fields);
        if (!problems.isEmpty()) {
            throw InvalidRequestException.builder("Front-end parameters")
                    .problems(problems)
                    .build();
        }
        return signer.sign(fields, type);
    }

    @Override
    public String signV3(String text) {
        V3Settings settings = config.get().merchant();
        V3Signer signer = settings.signer();
        PrivateKey key = settings.privateKey();
        if (signer == null || key == null) {
            throw new ConfigurationException("These front-end parameters are signed with the merchant's private key:"
                    + " configure merchantPrivateKeyPem, and merchantCertificatePem or merchantSerial");
        }
        // The parameters contain signType RSA, the only one that the official pages allow, so no other key can be used.
        if (!"RSA".equals(key.getAlgorithm())) {
            throw new ConfigurationException("Front-end parameters of v3 are signed with an RSA key, and"
                    + " merchantPrivateKeyPem is one of " + key.getAlgorithm());
        }
        return signer.sign(text);
    }
}
