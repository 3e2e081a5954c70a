package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.V3Settings;
import io.github.wxpaycodegen.runtime.internal.crypto.CipherSuite;
import io.github.wxpaycodegen.runtime.internal.crypto.GatewayKey;
import io.github.wxpaycodegen.runtime.internal.crypto.RequestText;
import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Inspects v3 responses and notifications, which the gateway has signed. */
final class V3ReceivedInspector {
    private static final List<String> SIGNED_HEADERS = List.of("Timestamp", "Nonce", "Signature", "Serial");

    private final ClientSettings settings;

    V3ReceivedInspector(ClientSettings settings) {
        this.settings = settings;
    }

    /** Same as {@link MessageInspector#received}. */
    MessageInspection inspect(Function<String, @Nullable String> header, byte[] body, @Nullable Instant receivedAt) {
        MessageInspection.Builder checks = new MessageInspection.Builder();
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : SIGNED_HEADERS) {
            String value = header.apply("Wechatpay-" + name);
            if (value != null && !value.isEmpty()) {
                found.put(name, value);
            }
        }
        String serial = found.getOrDefault("Serial", "");
        V3Settings account = accountThatTrusts(serial);
        String type = header.apply("Wechatpay-Signature-Type");
        checkHeaders(checks, found, type, account.suite());
        String timestamp = found.get("Timestamp");
        String nonce = found.get("Nonce");
        V3Checks.checkTime(checks, timestamp, receivedAt);
        if (timestamp != null && nonce != null) {
            checks.signed(RequestText.ofResponse(timestamp, nonce, body));
        }
        Optional<GatewayKey> key = checkGatewayKey(checks, account, serial);
        String signature = found.get("Signature");
        if (key.isEmpty() || timestamp == null || nonce == null || signature == null) {
            checks.skipped(V3Checks.SIGNATURE, "the headers or the key are missing");
        } else {
            V3Checks.checkSignature(
                    checks,
                    signature,
                    body,
                    key.get().key(),
                    candidate -> RequestText.ofResponse(timestamp, nonce, candidate));
        }
        checkResource(checks, account, body);
        return checks.build();
    }

    private V3Settings accountThatTrusts(String serial) {
        return settings.brand().keys().key(serial, settings.clock().instant()).isPresent()
                ? settings.brand()
                : settings.merchant();
    }

    private static void checkHeaders(
            MessageInspection.Builder checks, Map<String, String> found, @Nullable String type, CipherSuite suite) {
        List<String> missing = SIGNED_HEADERS.stream()
                .filter(name -> !found.containsKey(name))
                .map(name -> "Wechatpay-" + name)
                .toList();
        if (!missing.isEmpty()) {
            checks.failed(
                    V3Checks.HEADERS,
                    "missing: " + String.join(", ", missing)
                            + ". A gateway signs every response and notification: either something on the way removed"
                            + " them, or the message is not from the gateway");
        } else if (type != null && !type.isEmpty() && !suite.hasSignatureType(type)) {
            checks.failed(
                    V3Checks.HEADERS,
                    "Wechatpay-Signature-Type must be " + suite.signatureType()
                            + ", the suite of the configured keys (was " + ForeignText.shown(type) + ")");
        } else {
            checks.passed(V3Checks.HEADERS, "all headers of the signature are present");
        }
    }

    private Optional<GatewayKey> checkGatewayKey(MessageInspection.Builder checks, V3Settings account, String serial) {
        if (serial.isEmpty()) {
            checks.skipped(V3Checks.KEY, "the message names no key");
            return Optional.empty();
        }
        Optional<GatewayKey> key = account.keys().key(serial, settings.clock().instant());
        if (key.isPresent()) {
            checks.passed(V3Checks.KEY, ForeignText.shown(serial) + " is configured");
        } else if (serial.startsWith("PUB_KEY_ID_")) {
            checks.failed(
                    V3Checks.KEY,
                    ForeignText.shown(serial)
                            + " is not configured: configure wechatPayPublicKeyPem with this id, if it is"
                            + " that of this merchant, or brandWechatPayPublicKeyPem if it is that of the brand");
        } else {
            checks.failed(
                    V3Checks.KEY,
                    ForeignText.shown(serial)
                            + " is not configured, or has expired: if it is a platform certificate, save it"
                            + " and configure platformCertificatesPem; inspection downloads nothing");
        }
        return key;
    }

    /** Decrypts the resource of a notification; a response has none. */
    private static void checkResource(MessageInspection.Builder checks, V3Settings account, byte[] body) {
        Map<String, @Nullable Object> envelope;
        try {
            envelope = body.length == 0 ? Map.of() : JsonDocument.read(body);
        } catch (IllegalArgumentException e) {
            // A file is not JSON, and its signature covers it all the same.
            return;
        }
        if (!(envelope.get("resource") instanceof Map<?, ?> resource)
                || !(resource.get("ciphertext") instanceof String ciphertext)) {
            return;
        }
        Object algorithm = resource.get("algorithm");
        if (!account.suite().encryption().equals(algorithm)) {
            checks.failed(
                    "resource",
                    "its algorithm must be " + account.suite().encryption() + " (was " + ForeignText.shown(algorithm)
                            + ")");
            return;
        }
        byte[] v3Key;
        try {
            v3Key = account.v3KeyBytes();
        } catch (RuntimeException e) {
            checks.skipped("resource", String.valueOf(e.getMessage()));
            return;
        }
        try {
            byte[] plain = account.suite()
                    .decrypt(
                            v3Key,
                            resource.get("nonce") instanceof String nonce ? nonce : "",
                            resource.get("associated_data") instanceof String data ? data : null,
                            ciphertext);
            checks.passed("resource", "decrypted with the APIv3 key: " + plain.length + " bytes");
        } catch (VerificationException e) {
            checks.failed("resource", String.valueOf(e.getMessage()));
        }
    }
}
