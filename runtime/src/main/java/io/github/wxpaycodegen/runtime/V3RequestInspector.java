package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.call.V3Settings;
import io.github.wxpaycodegen.runtime.internal.crypto.RequestText;
import io.github.wxpaycodegen.runtime.internal.crypto.Serial;
import io.github.wxpaycodegen.runtime.internal.crypto.V3Signer;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Inspects v3 requests, which the merchant or the brand has signed, as the gateway does. */
final class V3RequestInspector {
    private static final Pattern AUTHORIZATION = Pattern.compile("(\\S+)\\s+(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORIZATION_FIELD = Pattern.compile("\\s*([a-z_]+)=\"([^\"]*)\"\\s*(?:,|$)");
    private static final List<String> AUTHORIZATION_FIELDS =
            List.of("nonce_str", "timestamp", "serial_no", V3Checks.SIGNATURE);

    private final ClientSettings settings;

    V3RequestInspector(ClientSettings settings) {
        this.settings = settings;
    }

    /** Same as {@link MessageInspector#request}. */
    MessageInspection inspect(
            String method, String target, @Nullable String authorization, byte[] body, @Nullable Instant receivedAt) {
        MessageInspection.Builder checks = new MessageInspection.Builder();
        V3Account who = V3Account.of(target);
        V3Settings account = settings.account(who);
        Map<String, String> fields = checkAuthorization(checks, who, account, authorization);
        String timestamp = fields.get("timestamp");
        String nonce = fields.get("nonce_str");
        V3Checks.checkTime(checks, timestamp, receivedAt);
        Optional<PublicKey> key = checkOwnKey(checks, who, account, fields);
        if (timestamp == null || nonce == null || !V3Checks.isTimestamp(timestamp)) {
            checks.skipped(V3Checks.SIGNATURE, "the timestamp or the nonce is missing");
            return checks.build();
        }
        long seconds = Long.parseLong(timestamp);
        checks.signed(RequestText.of(method, target, seconds, nonce, body));
        String signature = fields.get(V3Checks.SIGNATURE);
        if (key.isEmpty() || signature == null) {
            checks.skipped(V3Checks.SIGNATURE, "the signature or the key is missing");
            return checks.build();
        }
        V3Checks.checkSignature(
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
            checks.failed(V3Checks.HEADERS, "there is no Authorization: it must begin with " + scheme);
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
                    V3Checks.HEADERS,
                    "the scheme of Authorization must be " + scheme + " (was " + ForeignText.shown(parts.group(1))
                            + ")");
        } else if (!missing.isEmpty()) {
            checks.failed(V3Checks.HEADERS, "Authorization has no " + String.join(", ", missing));
        } else if (id == null) {
            checks.failed(V3Checks.HEADERS, "Authorization has no " + idField);
        } else if (configured == null) {
            checks.skipped(
                    V3Checks.HEADERS,
                    "Authorization has all fields; without a configured " + idField + ", " + ForeignText.shown(id)
                            + " cannot be compared");
        } else if (!configured.equals(id)) {
            checks.failed(
                    V3Checks.HEADERS,
                    "Authorization must have the " + idField + " that is configured, " + configured + " (was "
                            + ForeignText.shown(id) + ")");
        } else {
            checks.passed(V3Checks.HEADERS, "Authorization has all fields");
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
                    V3Checks.KEY,
                    "configure the " + who.owner() + "'s certificate, or its private key and serial number");
            return Optional.empty();
        }
        if (serial != null && Serial.normalize(serial).equals(Serial.normalize(own))) {
            checks.passed(V3Checks.KEY, own + " is the configured serial number");
        } else {
            checks.failed(
                    V3Checks.KEY,
                    "serial_no must be the configured serial number, " + own + " (was " + ForeignText.shown(serial)
                            + ")");
        }
        if (certificate != null) {
            return Optional.of(certificate.getPublicKey());
        }
        Optional<PublicKey> derived = publicKeyOf(account.privateKey());
        if (derived.isEmpty()) {
            checks.skipped(
                    V3Checks.KEY, "the public key cannot be derived: configure the " + who.owner() + "'s certificate");
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
}
