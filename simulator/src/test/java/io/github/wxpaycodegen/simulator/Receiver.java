package io.github.wxpaycodegen.simulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant's server that receives notifications, and shares no code with the simulator. */
public final class Receiver implements AutoCloseable {
    public static final String V2_SUCCESS = "<xml><return_code><![CDATA[SUCCESS]]></return_code></xml>";

    /** What came in one request. */
    public record Received(Headers headers, byte[] body) {
        public String header(String name) {
            return headers.getFirst(name) == null ? "" : headers.getFirst(name);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public boolean isSignedBy(PublicKey key) throws Exception {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((header("Wechatpay-Timestamp") + "\n" + header("Wechatpay-Nonce") + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            signature.update(body);
            signature.update((byte) '\n');
            return signature.verify(Base64.getDecoder().decode(header("Wechatpay-Signature")));
        }

        /** How many seconds ago it says that it was signed. */
        public long age() {
            return Instant.now().getEpochSecond() - Long.parseLong(header("Wechatpay-Timestamp"));
        }

        public JsonNode resource(String v3Key) throws Exception {
            JsonNode resource = json().get("resource");
            return JsonMapper.shared()
                    .readTree(decrypt(
                            v3Key,
                            resource.get("nonce").asString(),
                            resource.get("associated_data").asString(),
                            resource.get("ciphertext").asString()));
        }
    }

    private record Reply(int status, String body) {}

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

    public Receiver() {
        this(server());
    }

    Receiver(HttpServer server) {
        this.server = server;
        server.createContext("/", this::take);
        server.start();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/notify");
    }

    /** The next request gets this; one for which nothing is said gets 200 and what v2 wants to hear. */
    public void reply(int status, String body) {
        replies.add(new Reply(status, body));
    }

    /** The next request, waited for. */
    public Received next() throws InterruptedException {
        Received next = received.poll(5, TimeUnit.MINUTES);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    public static String decrypt(String key, String nonce, String associatedData, String ciphertext) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "AES"),
                new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
        cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
        return new String(cipher.doFinal(Base64.getDecoder().decode(ciphertext)), StandardCharsets.UTF_8);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
            Reply reply = replies.poll();
            byte[] body = (reply == null ? V2_SUCCESS : reply.body()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply == null ? 200 : reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
