package io.github.wxpaycodegen.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A merchant's client that shares no code with the simulator or the runtime: the JDK's HTTP client, XML by string
 * concatenation, signatures from the JDK's digests.
 */
public final class Client {
    public static final String MCHID = "10000100";
    public static final String WORKWX_SECRET = "workwx-secret";
    public static final String KEY = "192006250b4c09247ec02edce69f6a2d";
    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z0-9_]+)>([^<]*)</\\1>");

    private final URI base;
    private final HttpClient http;

    private Client(Simulator gateway, SSLContext tls) {
        base = gateway.baseUri();
        http = HttpClient.newBuilder().sslContext(tls).build();
    }

    public static Client withCertificate(Simulator gateway) {
        return new Client(gateway, tls(gateway, true));
    }

    public static Client withoutCertificate(Simulator gateway) {
        return new Client(gateway, tls(gateway, false));
    }

    /** Trusts what an authority issues, and has no certificate. */
    public static SSLContext tls(X509Certificate authority) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust(authority).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TrustManagerFactory trust(X509Certificate authority) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        return trust;
    }

    public static SSLContext tls(Simulator gateway, boolean certificate) {
        try {
            TrustManagerFactory trust = trust(gateway.caCertificate());
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(
                    certificate ? new ByteArrayInputStream(gateway.clientCertificateP12("p12-password")) : null,
                    "p12-password".toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(own, "p12-password".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends the fields with their signature. */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return post(path, xml(signed(fields)));
    }

    public HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "text/xml; charset=utf-8");
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A request that the spec {@code v2/wxv/cancelbill} is content with. */
    public static Map<String, String> cancelbill() {
        return fields(
                "version", "1.0",
                "appid", "wxd678efh567hg6787",
                "mch_id", MCHID,
                "sign_type", "HMAC-SHA256",
                "out_order_no", "1234323JKHDFE1243252",
                "reason", "用户投诉",
                "service_id", "500001",
                "nonce_str", "ibuaiVcKdpRxkhJA");
    }

    /** Names and values by turns. */
    public static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** The fields with the second signature of a WeCom company over some of them. */
    public static void signForWorkwx(Map<String, String> fields, Collection<String> names) {
        StringBuilder text = new StringBuilder();
        new TreeSet<>(names).forEach(name -> {
            if (!fields.getOrDefault(name, "").isEmpty()) {
                text.append(name).append('=').append(fields.get(name)).append('&');
            }
        });
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest((text + "secret=" + WORKWX_SECRET).getBytes(StandardCharsets.UTF_8));
            fields.put("workwx_sign", HexFormat.of().withUpperCase().formatHex(digest));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static Map<String, String> signed(Map<String, String> fields) {
        Map<String, String> signed = new LinkedHashMap<>(fields);
        signed.put("sign", sign(fields, fields.getOrDefault("sign_type", "MD5"), KEY));
        return signed;
    }

    public static String sign(Map<String, String> fields, String signType, String key) {
        StringBuilder text = new StringBuilder();
        SortedMap<String, String> sorted = new TreeMap<>(fields);
        sorted.remove("sign");
        sorted.values().removeIf(String::isEmpty);
        sorted.forEach((name, value) -> text.append(name + "=" + value + "&"));
        byte[] bytes = (text + "key=" + key).getBytes(StandardCharsets.UTF_8);
        try {
            if (signType.equals("MD5")) {
                return hex(MessageDigest.getInstance("MD5").digest(bytes));
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return hex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static String xml(Map<String, String> fields) {
        StringBuilder xml = new StringBuilder("<xml>");
        fields.forEach((name, value) -> xml.append("<" + name + ">" + escape(value) + "</" + name + ">"));
        return xml + "</xml>";
    }

    /** The fields of a flat answer. */
    public static Map<String, String> read(HttpResponse<String> response) {
        return read(response.body());
    }

    /** The same of any flat document. */
    public static Map<String, String> read(String document) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = ELEMENT.matcher(document);
        while (matcher.find()) {
            String value =
                    matcher.group(2).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            fields.put(matcher.group(1), value.replace("&amp;", "&"));
        }
        return fields;
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#xd;");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
