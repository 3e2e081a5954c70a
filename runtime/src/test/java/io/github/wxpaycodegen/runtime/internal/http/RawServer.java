package io.github.wxpaycodegen.runtime.internal.http;

import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A server that sends the very bytes that a test lays down, in plain text, over TLS, or as a proxy with TLS behind it. */
public final class RawServer implements AutoCloseable {
    private static final KeyPair KEYS = TestKeys.rsa();
    private static final X509Certificate CERTIFICATE = certificate();

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Security security;
    private final Conversation conversation;

    private RawServer(Security security, Conversation conversation) throws IOException {
        this.security = security;
        this.conversation = conversation;
        start(() -> {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                start(() -> serve(socket));
            }
        });
    }

    private enum Security {
        PLAIN,
        TLS,
        TLS_WITH_CLIENT_CERTIFICATES
    }

    /** What happens on one connection. */
    public interface Conversation {
        /** Reads requests and writes bytes; the connection is closed when this returns. */
        void with(Connection connection) throws Exception;
    }

    /** A server that speaks plain text. */
    public static RawServer plain(Conversation conversation) throws IOException {
        return new RawServer(Security.PLAIN, conversation);
    }

    /** A server that speaks TLS as localhost. */
    public static RawServer tls(Conversation conversation) throws IOException {
        return new RawServer(Security.TLS, conversation);
    }

    /** A server that speaks TLS as localhost, and asks for a client certificate, of whatever issuer. */
    public static RawServer tlsWithClientCertificates(Conversation conversation) throws IOException {
        return new RawServer(Security.TLS_WITH_CLIENT_CERTIFICATES, conversation);
    }

    /** The certificate that clients of this server trust. */
    public static X509Certificate certificateAuthority() {
        return CERTIFICATE;
    }

    public int port() {
        return listening.getLocalPort();
    }

    public URI uri() {
        return URI.create((security == Security.PLAIN ? "http" : "https") + "://localhost:" + port());
    }

    /** The heads of the requests that came, of all connections. */
    public List<String> heads() {
        return heads;
    }

    private void serve(Socket socket) throws IOException {
        try (Connection connection = new Connection(security == Security.PLAIN ? socket : encrypted(socket))) {
            conversation.with(connection);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Socket encrypted(Socket socket) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", KEYS.getPrivate(), new char[0], new Certificate[] {CERTIFICATE});
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), new TrustManager[] {new AnyClient()}, null);
            SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
            encrypted.setUseClientMode(false);
            encrypted.setWantClientAuth(security == Security.TLS_WITH_CLIENT_CERTIFICATES);
            return encrypted;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate() {
        try {
            X500Name name = new X500Name("CN=localhost");
            Instant now = Instant.now();
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.ONE,
                                    Date.from(now.minus(Duration.ofDays(1))),
                                    Date.from(now.plus(Duration.ofDays(1))),
                                    name,
                                    KEYS.getPublic())
                            .addExtension(
                                    Extension.subjectAlternativeName,
                                    false,
                                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(KEYS.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // The client went away, or the test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    /** Accepts the certificates of all clients. */
    private static final class AnyClient implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // The test looks at it.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw new IllegalStateException("this is the server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** One connection, from the server's side. */
    public final class Connection implements AutoCloseable {
        private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        /** Reads a request and returns its head. */
        public String request() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the client closed the connection");
                }
                head.append((char) next);
            }
            Matcher length = LENGTH.matcher(head);
            if (length.find()) {
                in.readNBytes(Integer.parseInt(length.group(1)));
            }
            heads.add(head.toString());
            return head.toString();
        }

        /** Returns the certificate that the client presented; null for none. */
        public @Nullable X509Certificate clientCertificate() {
            try {
                return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
            } catch (SSLPeerUnverifiedException e) {
                return null;
            }
        }

        /** Writes bytes at once. */
        public void send(String bytes) throws IOException {
            out.write(bytes.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Writes a response with a body and its length. */
        public void respond(String statusAndHeaders, String body) throws IOException {
            send(response(statusAndHeaders, body));
        }

        /** Joins the connection to a server, in both directions, until either ends. */
        public void tunnelTo(int port) throws IOException {
            Socket target = new Socket("localhost", port);
            open.add(target);
            start(() -> {
                try (target;
                        socket) {
                    target.getInputStream().transferTo(out);
                }
            });
            try (target) {
                in.transferTo(target.getOutputStream());
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        /** Ends a TLS connection without saying so. */
        public void cutOff() throws IOException {
            for (Socket each : open) {
                each.close();
            }
        }
    }

    /** A response with a body and its length. */
    public static String response(String statusAndHeaders, String body) {
        return "HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n" + body;
    }
}
