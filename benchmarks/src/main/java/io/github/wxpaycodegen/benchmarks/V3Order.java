package io.github.wxpaycodegen.benchmarks;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;

/** An order in v3, the keys of both sides, and clients for which its signed query is answered at once. */
final class V3Order {
    static final String MCHID = "1230000109";
    static final String APPID = "wx8888888888888888";
    static final String OUT_TRADE_NO = "20260101000000001";

    private static final String SERIAL = "PUB_KEY_ID_0112300001092026010100000000000001";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final String ORDER = """
            {"appid":"%s","mchid":"%s","out_trade_no":"%s","transaction_id":"1008450740201411110005820873",\
            "trade_type":"NATIVE","trade_state":"SUCCESS","trade_state_desc":"支付成功","bank_type":"CMC","attach":"",\
            "success_time":"2026-01-01T08:00:00+08:00","payer":{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"},\
            "amount":{"total":100,"payer_total":100,"currency":"CNY","payer_currency":"CNY"}}""".formatted(APPID, MCHID, OUT_TRADE_NO);

    private final KeyPair keys;
    private final byte[] signedText;
    private final byte[] signature;

    /** Makes keys; the clock of its clients stands still, so that the response stays fresh. */
    V3Order() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        signedText = (NOW.getEpochSecond() + "\nnonce\n" + ORDER + "\n").getBytes(StandardCharsets.UTF_8);
        signature = sign();
    }

    /** A configuration, to which a transport is to be added. */
    WxPayConfig.Builder config() {
        return WxPayConfig.builder()
                .mchid(MCHID)
                .appid(APPID)
                .merchantPrivateKeyPem(pem("PRIVATE KEY", keys.getPrivate()))
                .merchantSerial("0A1B")
                .wechatPayPublicKeyPem(SERIAL, pem("PUBLIC KEY", keys.getPublic()))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** The transport of its clients. */
    ReadyResponse response() {
        return new ReadyResponse(
                ORDER.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Wechatpay-Serial",
                        SERIAL,
                        "Wechatpay-Timestamp",
                        Long.toString(NOW.getEpochSecond()),
                        "Wechatpay-Nonce",
                        "nonce",
                        "Wechatpay-Signature",
                        Base64.getEncoder().encodeToString(signature)));
    }

    static Transaction query(WxPay pay) {
        return pay.v3().pay().transactions().outTradeNo(OUT_TRADE_NO).get();
    }

    /** The JVM's part of signing. */
    byte[] sign() throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(keys.getPrivate());
        signer.update(signedText);
        return signer.sign();
    }

    /** The JVM's part of verification. */
    boolean verify() throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(keys.getPublic());
        verifier.update(signedText);
        return verifier.verify(signature);
    }

    private static byte[] pem(String label, Key key) {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return ("-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
