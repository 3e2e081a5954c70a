package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Specs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A WeChat Pay gateway on loopback, with one merchant and certificates of its own.
 *
 * <pre>{@code
 * try (Simulator gateway = Simulator.builder().mchid("1230000109").v2Key(key).start()) {
 *     gateway.next("/wxv/cancelbill", Behaviour.businessError("ORDER_CLOSED", "订单已关闭"));
 *     // ... a client with gateway.baseUri(), gateway.caCertificate(), gateway.clientCertificateP12(password)
 * }
 * }</pre>
 *
 * <p>It plays the v2 operations of its specs that POST flat XML. It is safe for use by many threads, and keeps nothing
 * on disk unless told to.
 */
public final class Simulator implements AutoCloseable {
    private final Operations operations;
    private final Certificates certificates;
    private final Programme programme = new Programme();
    private final CallLog calls = new CallLog();
    private final TlsServer server;

    private Simulator(Builder b) {
        String mchid = Objects.requireNonNull(b.mchid, "mchid is missing");
        String v2Key = Objects.requireNonNull(b.v2Key, "v2Key is missing");
        operations = new Operations(b.specs.get());
        certificates = Certificates.create(mchid, b.certificateHosts);
        ProtocolGateway v2 = new V2Gateway(operations, mchid, b.appid, v2Key);
        Gateway gateway = new Gateway(operations, v2, v2, programme, calls);
        try {
            server = TlsServer.start(b.port, certificates.serverContext(), gateway);
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator cannot listen on port " + b.port, e);
        }
    }

    /** Describes a simulator; {@link Builder#start()} starts it. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where it listens: {@code https://localhost:} and its port. */
    public URI baseUri() {
        return URI.create("https://localhost:" + server.port());
    }

    /** The certificate of the authority that issued the server's, which a client has to trust. */
    public X509Certificate caCertificate() {
        return certificates.authority();
    }

    /** The same in PEM. */
    public String caCertificatePem() {
        return certificates.authorityPem();
    }

    /** The merchant's client certificate in PEM. */
    public String clientCertificatePem() {
        return certificates.clientPem();
    }

    /** The private key of the merchant's client certificate in PEM: PKCS#8, not encrypted. */
    public String clientKeyPem() {
        return certificates.clientKeyPem();
    }

    /** The merchant's client certificate with its key as the bytes of a P12 file. */
    public byte[] clientCertificateP12(String password) {
        return certificates.clientP12(password);
    }

    /**
     * Writes {@code ca.pem}, and under the names that WeChat Pay gives them {@code apiclient_cert.p12}, {@code
     * apiclient_cert.pem} and {@code apiclient_key.pem}.
     *
     * @param directory made if it is not there; files of these names in it are replaced
     * @param password of the P12 file
     */
    public void writeCertificates(Path directory, String password) throws IOException {
        certificates.writeTo(directory, password);
    }

    /**
     * Programmes the next request to a path. Several for one path are used up in their order, one a request.
     *
     * @param path on the wire, without {@code /v2}: {@code /wxv/cancelbill}
     * @throws IllegalArgumentException if no spec describes the path
     */
    public void next(String path, Behaviour behaviour) {
        Route route = operations
                .route(path)
                .orElseThrow(() -> new IllegalArgumentException("no spec describes the path " + path + " on the wire"));
        programme.add(route.template(), behaviour);
    }

    /** The next connection is broken as soon as it is there, before its TLS handshake and so before any request. */
    public void dropNextConnection() {
        server.dropNextConnection();
    }

    /** The requests received so far, oldest first. */
    public List<RecordedCall> calls() {
        return calls.all();
    }

    /**
     * The first request to a path, waited for if it has not come yet.
     *
     * @return empty if none comes in time
     */
    public Optional<RecordedCall> awaitCall(String path, Duration timeout) throws InterruptedException {
        return calls.await(path, timeout);
    }

    /** Stops to listen and ends every connection, delayed answers included. */
    @Override
    public void close() {
        server.close();
    }

    /** What a simulator is to be; only {@code mchid} and {@code v2Key} must be given. */
    public static final class Builder {
        private @Nullable String mchid;
        private @Nullable String v2Key;
        private String appid = "wx8888888888888888";
        private Supplier<Specs> specs = SpecLoader::bundled;
        private List<String> certificateHosts = List.of("localhost", "127.0.0.1", "::1");
        private int port;

        private Builder() {}

        /** The merchant, the only one that it knows. */
        public Builder mchid(String mchid) {
            this.mchid = Objects.requireNonNull(mchid);
            return this;
        }

        /** The merchant's APIv2 key, 32 characters in production. */
        public Builder v2Key(String v2Key) {
            this.v2Key = Objects.requireNonNull(v2Key);
            return this;
        }

        /** The app id that answers have where the request had none; any app id is taken in requests. */
        public Builder appid(String appid) {
            this.appid = Objects.requireNonNull(appid);
            return this;
        }

        /** Works from the specs in a directory, laid out as the bundled ones are, which it works from otherwise. */
        public Builder specs(Path directory) {
            this.specs = () -> SpecLoader.ofDirectory(directory);
            return this;
        }

        /** The host names and IP addresses in the server's certificate: others than its own, to see a client refuse. */
        public Builder certificateHosts(String... hosts) {
            this.certificateHosts = List.of(hosts);
            return this;
        }

        /** The port; 0, the default, takes a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Starts it: on return it listens.
         *
         * @throws IllegalArgumentException if the specs have errors, with all of them in the message
         * @throws UncheckedIOException if the specs cannot be read or the port is taken
         */
        public Simulator start() {
            return new Simulator(this);
        }
    }
}
