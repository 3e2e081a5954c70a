package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.call.V3Settings;
import io.github.wxpaycodegen.runtime.internal.crypto.CipherSuite;
import io.github.wxpaycodegen.runtime.internal.crypto.GatewayKey;
import io.github.wxpaycodegen.runtime.internal.crypto.RequestText;
import io.github.wxpaycodegen.runtime.internal.crypto.Serial;
import io.github.wxpaycodegen.runtime.internal.crypto.V3Signer;
import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Explains whether a captured message is authentic: each check that a client or the gateway makes, its result, and
 * the exact text that is signed. It is for finding out why a signature is rejected; a server that receives
 * notifications uses {@link io.github.wxpaycodegen.runtime.notification.Notifications}. Nothing is sent, so only
 * configured keys of the gateway count, not downloaded certificates. Immutable and thread-safe.
 *
 * <p>The signed texts are those that the client itself signs and verifies: method, path with query, time, nonce and body
 * of a v3 request; time, nonce and body of a v3 response or notification; the sorted fields with the APIv2 key of v2.
 */
public final class MessageInspector {
    static final String SIGNATURE = "signature";
    static final String PROOF = "encryption";

    private static final String HEADERS = "headers";
    private static final String TIME = "time";
    private static final String KEY = "key";
    private static final long TOLERANCE_SECONDS = 300;
    private static final String PROBE = "WECHATPAY/SIGNTEST/";
    private static final Pattern AUTHORIZATION = Pattern.compile("(\\S+)\\s+(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORIZATION_FIELD = Pattern.compile("\\s*([a-z_]+)=\"([^\"]*)\"\\s*(?:,|$)");
    private static final List<String> AUTHORIZATION_FIELDS = List.of("nonce_str", "timestamp", "serial_no", SIGNATURE);

    private final ClientSettings settings;

    private MessageInspector(ClientSettings settings) {
        this.settings = settings;
    }

    /** Returns an inspector with the keys of a configuration. */
    public static MessageInspector of(WxPayConfig config) {
        return new MessageInspector(config.settings());
    }

    /**
     * Inspects a v3 response or notification, which the gateway has signed.
     *
     * @param header looks up a header, ignoring case; null if there is none
     * @param body the exact bytes that were received
     * @param receivedAt when it was received; null if that is unknown, then its age is not checked
     */
    public MessageInspection received(
            Function<String, @Nullable String> header, byte[] body, @Nullable Instant receivedAt) {
        MessageInspection.Builder checks = new MessageInspection.Builder();
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : List.of("Timestamp", "Nonce", "Signature", "Serial")) {
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
        checkTime(checks, timestamp, receivedAt);
        if (timestamp != null && nonce != null) {
            checks.signed(RequestText.ofResponse(timestamp, nonce, body));
        }
        Optional<GatewayKey> key = checkGatewayKey(checks, account, serial);
        String signature = found.get("Signature");
        if (key.isEmpty() || timestamp == null || nonce == null || signature == null) {
            checks.skipped(SIGNATURE, "the headers or the key are missing");
        } else {
            checkSignature(
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
        List<String> missing = List.of("Timestamp", "Nonce", "Signature", "Serial").stream()
                .filter(name -> !found.containsKey(name))
                .map(name -> "Wechatpay-" + name)
                .toList();
        if (!missing.isEmpty()) {
            checks.failed(
                    HEADERS,
                    "missing: " + String.join(", ", missing)
                            + ". A gateway signs every response and notification: either something on the way removed"
                            + " them, or the message is not from the gateway");
        } else if (type != null && !type.isEmpty() && !suite.hasSignatureType(type)) {
            checks.failed(
                    HEADERS,
                    "Wechatpay-Signature-Type must be " + suite.signatureType()
                            + ", the suite of the configured keys (was " + ForeignText.shown(type) + ")");
        } else {
            checks.passed(HEADERS, "all headers of the signature are present");
        }
    }

    private static void checkTime(
            MessageInspection.Builder checks, @Nullable String timestamp, @Nullable Instant receivedAt) {
        if (timestamp == null) {
            checks.skipped(TIME, "there is no timestamp");
        } else if (!timestamp.matches("[0-9]{1,12}")) {
            checks.failed(TIME, "the timestamp must be a number of seconds (was " + ForeignText.shown(timestamp) + ")");
        } else if (receivedAt == null) {
            checks.skipped(
                    TIME,
                    "signed at " + Instant.ofEpochSecond(Long.parseLong(timestamp))
                            + "; the age is checked only if the time of receipt is known");
        } else {
            Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            long apart = Math.abs(signedAt.getEpochSecond() - receivedAt.getEpochSecond());
            String finding = "signed at " + signedAt + ", received at " + receivedAt;
            if (apart < TOLERANCE_SECONDS) {
                checks.passed(TIME, finding);
            } else {
                checks.failed(
                        TIME,
                        finding + ": they must be less than " + TOLERANCE_SECONDS
                                + " seconds apart. Check the clock, and whether the message is repeated");
            }
        }
    }

    private Optional<GatewayKey> checkGatewayKey(MessageInspection.Builder checks, V3Settings account, String serial) {
        if (serial.isEmpty()) {
            checks.skipped(KEY, "the message names no key");
            return Optional.empty();
        }
        Optional<GatewayKey> key = account.keys().key(serial, settings.clock().instant());
        if (key.isPresent()) {
            checks.passed(KEY, ForeignText.shown(serial) + " is configured");
        } else if (serial.startsWith("PUB_KEY_ID_")) {
            checks.failed(
                    KEY,
                    ForeignText.shown(serial)
                            + " is not configured: configure wechatPayPublicKeyPem with this id, if it is"
                            + " that of this merchant, or brandWechatPayPublicKeyPem if it is that of the brand");
        } else {
            checks.failed(
                    KEY,
                    ForeignText.shown(serial)
                            + " is not configured, or has expired: if it is a platform certificate, save it"
                            + " and configure platformCertificatesPem; inspection downloads nothing");
        }
        return key;
    }

    /**
     * Inspects a v3 request, which the merchant or the brand has signed, as the gateway does.
     *
     * @param method the HTTP method, in capitals
     * @param target the path with its query, exactly as sent
     * @param authorization the value of the header {@code Authorization}; null if there is none
     * @param body the exact bytes that were sent; of an upload those of its part {@code meta}
     * @param receivedAt when the gateway received it; null if that is unknown, then its age is not checked
     */
    public MessageInspection request(
            String method, String target, @Nullable String authorization, byte[] body, @Nullable Instant receivedAt) {
        MessageInspection.Builder checks = new MessageInspection.Builder();
        V3Account who = V3Account.of(target);
        V3Settings account = settings.account(who);
        Map<String, String> fields = checkAuthorization(checks, who, account, authorization);
        String timestamp = fields.get("timestamp");
        String nonce = fields.get("nonce_str");
        checkTime(checks, timestamp, receivedAt);
        Optional<PublicKey> key = checkOwnKey(checks, who, account, fields);
        if (timestamp == null || nonce == null || !timestamp.matches("0|[1-9][0-9]{0,11}")) {
            checks.skipped(SIGNATURE, "the timestamp or the nonce is missing");
            return checks.build();
        }
        long seconds = Long.parseLong(timestamp);
        checks.signed(RequestText.of(method, target, seconds, nonce, body));
        String signature = fields.get(SIGNATURE);
        if (key.isEmpty() || signature == null) {
            checks.skipped(SIGNATURE, "the signature or the key is missing");
            return checks.build();
        }
        checkSignature(
                checks,
                signature,
                body,
                key.get(),
                candidate -> RequestText.of(method, target, seconds, nonce, candidate));
        return checks.build();
    }

    private Map<String, String> checkAuthorization(
            MessageInspection.Builder checks, V3Account who, V3Settings account, @Nullable String authorization) {
        String configured = settings.id(who.id());
        String scheme = who.identity("").scheme() + "-" + account.suite().name();
        String idField = who.identity("").field();
        Matcher parts = AUTHORIZATION.matcher(authorization == null ? "" : authorization.strip());
        Map<String, String> fields = new LinkedHashMap<>();
        if (!parts.matches()) {
            checks.failed(HEADERS, "there is no Authorization: it must begin with " + scheme);
            return fields;
        }
        Matcher each = AUTHORIZATION_FIELD.matcher(parts.group(2));
        while (each.lookingAt()) {
            fields.put(each.group(1), each.group(2));
            each.region(each.end(), parts.group(2).length());
        }
        List<String> missing = AUTHORIZATION_FIELDS.stream()
                .filter(name -> !fields.containsKey(name))
                .toList();
        String id = fields.get(idField);
        if (!parts.group(1).equals(scheme)) {
            checks.failed(
                    HEADERS,
                    "the scheme of Authorization must be " + scheme + " (was " + ForeignText.shown(parts.group(1))
                            + ")");
        } else if (!missing.isEmpty()) {
            checks.failed(HEADERS, "Authorization has no " + String.join(", ", missing));
        } else if (id == null) {
            checks.failed(HEADERS, "Authorization has no " + idField);
        } else if (configured == null) {
            checks.skipped(
                    HEADERS,
                    "Authorization has all fields; without a configured " + idField + ", " + ForeignText.shown(id)
                            + " cannot be compared");
        } else if (!configured.equals(id)) {
            checks.failed(
                    HEADERS,
                    "Authorization must have the " + idField + " that is configured, " + configured + " (was "
                            + ForeignText.shown(id) + ")");
        } else {
            checks.passed(HEADERS, "Authorization has all fields");
        }
        return fields;
    }

    private static Optional<PublicKey> checkOwnKey(
            MessageInspection.Builder checks, V3Account who, V3Settings account, Map<String, String> fields) {
        X509Certificate certificate = account.certificate();
        String serial = fields.get("serial_no");
        V3Signer signer = account.signer();
        String own;
        if (certificate != null) {
            own = Serial.of(certificate);
        } else if (signer != null) {
            own = signer.serial();
        } else {
            checks.skipped(
                    KEY, "configure the " + who.owner() + "'s certificate, or its private key and serial number");
            return Optional.empty();
        }
        if (serial != null && Serial.normalize(serial).equals(Serial.normalize(own))) {
            checks.passed(KEY, own + " is the configured serial number");
        } else {
            checks.failed(
                    KEY,
                    "serial_no must be the configured serial number, " + own + " (was " + ForeignText.shown(serial)
                            + ")");
        }
        if (certificate != null) {
            return Optional.of(certificate.getPublicKey());
        }
        Optional<PublicKey> derived = publicKeyOf(account.privateKey());
        if (derived.isEmpty()) {
            checks.skipped(KEY, "the public key cannot be derived: configure the " + who.owner() + "'s certificate");
        }
        return derived;
    }

    private static Optional<PublicKey> publicKeyOf(@Nullable PrivateKey key) {
        if (!(key instanceof RSAPrivateCrtKey pair)) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(pair.getModulus(), pair.getPublicExponent())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot derive an RSA public key", e);
        }
    }

    private static void checkSignature(
            MessageInspection.Builder checks,
            String signature,
            byte[] body,
            PublicKey key,
            Function<byte[], byte[]> signedText) {
        if (signature.startsWith(PROBE)) {
            checks.failed(
                    SIGNATURE,
                    "wrong on purpose: the gateway tests whether signatures are verified, so rejecting it is right");
            return;
        }
        byte[] given;
        try {
            given = Base64.getDecoder().decode(signature.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            checks.failed(SIGNATURE, "the signature is not Base64");
            return;
        }
        CipherSuite suite = CipherSuite.of(key);
        Predicate<byte[]> valid = candidate -> suite.verify(key, signedText.apply(candidate), given);
        if (valid.test(body)) {
            checks.passed(SIGNATURE, "valid for the method, path, time, nonce and body as far as the message has them");
            return;
        }
        String hint = BodyVariant.thatFits(body, valid)
                .map(variant -> ": it is valid for a body " + variant + ". Sign and verify the exact bytes of the wire")
                .orElse(": it is of another key, or the signed message below differs from the one that the sender"
                        + " signed. Compare them byte by byte");
        checks.failed(SIGNATURE, "wrong" + hint);
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

    /**
     * Inspects a v2 message: a request, a response or a notification.
     *
     * @param xml the exact bytes
     * @param nestedElements the elements that contain elements, which no signature covers; few responses have any
     */
    public MessageInspection v2(byte[] xml, String... nestedElements) {
        return new V2MessageInspector(settings.v2()).inspect(xml, nestedElements);
    }

    /** Changes of a body that capturing it or a framework on the way frequently makes. */
    private enum BodyVariant {
        WITHOUT_FINAL_LINE_END("without the line end at its end") {
            @Override
            String of(String body) {
                return body.replaceFirst("\\r?\\n\\z", "");
            }
        },
        WITH_FINAL_LINE_END("with a line end at its end") {
            @Override
            String of(String body) {
                return body + "\n";
            }
        },
        UNIX_LINES("with LF in place of CRLF") {
            @Override
            String of(String body) {
                return body.replace("\r\n", "\n");
            }
        },
        WINDOWS_LINES("with CRLF in place of LF") {
            @Override
            String of(String body) {
                return body.replace("\r\n", "\n").replace("\n", "\r\n");
            }
        },
        WITHOUT_MARK("without the byte order mark at its start") {
            @Override
            String of(String body) {
                return body.startsWith("\u00ef\u00bb\u00bf") ? body.substring(3) : body;
            }
        };

        private final String description;

        BodyVariant(String description) {
            this.description = description;
        }

        /** Returns the changed body; a character is a byte. */
        abstract String of(String body);

        static Optional<String> thatFits(byte[] body, Predicate<byte[]> valid) {
            String bytes = new String(body, StandardCharsets.ISO_8859_1);
            for (BodyVariant variant : values()) {
                String changed = variant.of(bytes);
                if (!changed.equals(bytes) && valid.test(changed.getBytes(StandardCharsets.ISO_8859_1))) {
                    return Optional.of(variant.description);
                }
            }
            return Optional.empty();
        }
    }
}
