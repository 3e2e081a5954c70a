package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import io.github.wxpaycodegen.runtime.v3.GatewayKey;
import io.github.wxpaycodegen.runtime.v3.Identity;
import io.github.wxpaycodegen.runtime.v3.PlatformCertificates;
import io.github.wxpaycodegen.runtime.v3.SignedMessage;
import io.github.wxpaycodegen.runtime.v3.TrustedKeys;
import io.github.wxpaycodegen.runtime.v3.V3Signer;
import io.github.wxpaycodegen.runtime.v3.VerificationException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Signs the requests of one merchant, and verifies what the gateway answers. */
final class V3Trust {
    private static final String CERTIFICATES = "/v3/certificates?algorithm_type=";
    private static final String STATEMENT_DIGEST = "Wechatpay-Statement-Sha1";

    private final WxPayConfig config;
    private final Exchange exchange;
    private final Hosts hosts;
    private final TrustedKeys keys;

    V3Trust(WxPayConfig config, Exchange exchange) {
        this.config = config;
        this.exchange = exchange;
        this.hosts = new Hosts(config);
        V3Settings settings = config.v3();
        PlatformCertificates downloaded = settings.download()
                ? new PlatformCertificates(
                        settings.suite(), this::download, settings.v3KeyBytes(), settings.keys(), config.clock())
                : null;
        this.keys = new TrustedKeys(settings.keys(), downloaded, config.clock());
    }

    /** Whose signatures are believed. */
    TrustedKeys keys() {
        return keys;
    }

    /** Returns if the operation's requests can be signed and its responses be verified. */
    void requireConfigured(Operation<?, ?> operation) {
        if (!operation.requestUnsigned()) {
            identity(operation.path());
            if (config.v3().signer() == null) {
                throw new ConfigurationException(operation
                        + " is signed with the merchant's private key: configure merchantPrivateKeyPem, and"
                        + " merchantCertificatePem or merchantSerial");
            }
        }
        if (!operation.responseUnsigned() && !config.v3().trustsAnybody()) {
            throw new ConfigurationException(operation + " answers with a signature, and no key of the gateway is"
                    + " trusted: configure wechatPayPublicKeyPem, platformCertificatesPem or"
                    + " downloadPlatformCertificates");
        }
    }

    /** The key that encrypts fields; empty if there is none, which matters to requests with such fields alone. */
    CompletableFuture<Optional<GatewayKey>> encryption() {
        return Futures.recover(
                keys.encryption(),
                failure -> new TransportException(
                        Outcome.NOT_SENT,
                        "the platform certificates cannot be had: " + ForeignText.sentence(failure.getMessage())
                                + ". Nothing was sent; it is safe to call again.",
                        failure));
    }

    /** The {@code Authorization} header; each has its own nonce and time. */
    String authorization(HttpMethod method, URI uri, byte[] signedBody) {
        V3Signer signer = Objects.requireNonNull(config.v3().signer());
        String query = uri.getRawQuery();
        return signer.authorization(
                identity(uri.getRawPath()),
                method.name(),
                uri.getRawPath() + (query == null ? "" : "?" + query),
                config.clock().instant().getEpochSecond(),
                Nonce.next(config.random()),
                signedBody);
    }

    private Identity identity(String path) {
        boolean brand = path.startsWith("/brand/");
        String id = brand ? config.brandId() : config.mchid();
        if (id == null) {
            throw new ConfigurationException(path + " is called by its " + (brand ? "brand" : "merchant")
                    + ": configure " + (brand ? "brandId" : "mchid"));
        }
        return brand ? Identity.brand(id) : Identity.merchant(id);
    }

    /** What a response's signature covers, wherever the body is. */
    interface Covered {
        /** When the head came, by which the age of the signature is told: a large body takes its time. */
        Instant headReceived();

        /** The body as it came. */
        byte[] body() throws VerificationException;

        /** SHA-1 of the plain body in lower-case hex. */
        String plainSha1() throws VerificationException;

        /** A body in memory, which came just now. */
        static Covered of(byte[] body, Instant now) {
            return new Covered() {
                @Override
                public Instant headReceived() {
                    return now;
                }

                @Override
                public byte[] body() {
                    return body;
                }

                @Override
                public String plainSha1() throws VerificationException {
                    return PlainDigest.sha1(body);
                }
            };
        }
    }

    /** Fails unless a success comes from the gateway as it is; a response that may be unsigned passes. */
    CompletableFuture<Void> verify(
            Operation<?, ?> operation, TransportResponse response, V3ResponseReader<?> reader, Covered covered) {
        Function<String, @Nullable String> header = header(response);
        String digest = operation.answer() == Operation.Answer.FILE ? header.apply(STATEMENT_DIGEST) : null;
        if (digest == null && operation.responseUnsigned()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> verified;
        try {
            byte[] signed = digest == null ? covered.body() : statement(digest, covered.plainSha1());
            verified = keys.verify(SignedMessage.of(config.v3().suite(), header), signed, covered.headReceived());
        } catch (VerificationException e) {
            verified = CompletableFuture.failedFuture(e);
        }
        return Futures.recover(
                verified,
                failure ->
                        reader.invalid(response, "the answer is not to be trusted: " + failure.getMessage(), failure));
    }

    /** Statements sign the digest of their plain text in the place of their body. */
    private static byte[] statement(String digest, String plainSha1) throws VerificationException {
        if (!plainSha1.equalsIgnoreCase(digest)) {
            throw new VerificationException("its SHA-1 is not the one of the header " + STATEMENT_DIGEST);
        }
        return ("{\"sha1\":\"" + digest + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private CompletableFuture<PlatformCertificates.Answer> download() {
        URI uri = Hosts.join(hosts.usual(), CERTIFICATES + config.v3().suite().certificates());
        Map<String, String> headers =
                Map.of("Authorization", authorization(HttpMethod.GET, uri, new byte[0]), "Accept", "application/json");
        TransportRequest request = new TransportRequest("GET", uri, headers, new byte[0], false);
        return Futures.map(
                exchange.send(Operation.CERTIFICATES, request, config.timeout()),
                response -> new PlatformCertificates.Answer(response.status(), header(response), response.body()));
    }

    private static Function<String, @Nullable String> header(TransportResponse response) {
        return name -> {
            List<String> values = response.headers().getOrDefault(name, List.of());
            return values.isEmpty() ? null : values.get(0);
        };
    }
}
