package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Advice;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Echoes;
import io.github.wxpaycodegen.runtime.internal.call.ErrorAdvice;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.call.Hosts;
import io.github.wxpaycodegen.runtime.internal.call.Nonce;
import io.github.wxpaycodegen.runtime.internal.call.ResponseHeaders;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.call.V3Settings;
import io.github.wxpaycodegen.runtime.internal.crypto.GatewayKey;
import io.github.wxpaycodegen.runtime.internal.crypto.Identity;
import io.github.wxpaycodegen.runtime.internal.crypto.PlatformCertificates;
import io.github.wxpaycodegen.runtime.internal.crypto.SignedMessage;
import io.github.wxpaycodegen.runtime.internal.crypto.TrustedKeys;
import io.github.wxpaycodegen.runtime.internal.crypto.V3Signer;
import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Signs the requests of one account, and verifies the gateway's responses to it. */
final class V3Trust {
    private static final Operation<Message, Void> DOWNLOAD = Operation.<Message, Void>v3(
                    HttpMethod.GET, "/v3/certificates", V3Trust::noFields)
            .title("获取平台证书列表")
            .traits(Trait.READ_ONLY)
            .build();
    private static final String CERTIFICATES = "/v3/certificates?algorithm_type=";
    private static final List<String> SIGNATURE_HEADERS =
            List.of("Wechatpay-Signature", "Wechatpay-Serial", "Wechatpay-Timestamp", "Wechatpay-Nonce");
    private static final String NO_CERTIFICATES = "GET /v3/certificates returned no platform certificate: this"
            + " merchant uses the public key of WeChat Pay. Configure wechatPayPublicKeyPem with the key and its id,"
            + " which the merchant platform shows.";
    private static final String EXPIRED_CERTIFICATES = "All configured platform certificates have expired: configure"
            + " wechatPayPublicKeyPem, or downloadPlatformCertificates.";
    private static final String STATEMENT_DIGEST = "Wechatpay-Statement-Sha1";

    private final ClientSettings config;
    private final V3Settings settings;
    private final Exchange exchange;
    private final Hosts hosts;
    private final TrustedKeys keys;

    V3Trust(ClientSettings config, V3Settings settings, Exchange exchange) {
        this.config = config;
        this.settings = settings;
        this.exchange = exchange;
        this.hosts = new Hosts(config);
        PlatformCertificates downloaded = settings.download()
                ? new PlatformCertificates(
                        settings.suite(), this::download, settings.v3KeyBytes(), settings.keys(), config.clock())
                : null;
        this.keys = new TrustedKeys(settings.keys(), downloaded, config.clock());
    }

    /** Returns the trusted keys of the gateway. */
    TrustedKeys keys() {
        return keys;
    }

    /**
     * Checks that the operation's requests can be signed and its responses verified.
     *
     * @throws ConfigurationException if a setting is missing
     */
    void requireConfigured(Operation<?, ?> operation) {
        V3Account account = settings.account();
        if (!operation.has(Trait.UNSIGNED_REQUEST)) {
            identity(operation.toString());
            if (settings.signer() == null) {
                throw new ConfigurationException(operation + " must be signed with the " + account.owner()
                        + "'s private key: configure " + account.signingSettings());
            }
        }
        if (!operation.has(Trait.UNSIGNED_RESPONSE) && !settings.trustsAnybody()) {
            throw new ConfigurationException(operation + " has a signed response, but no key of the gateway is"
                    + " trusted for the " + account.owner() + ": configure " + account.trustSettings());
        }
    }

    /**
     * Checks that a response could be verified, given the key that the gateway would be asked to sign with. Otherwise a
     * payment could be made whose response can never be verified.
     *
     * @throws ConfigurationException if no such key is trusted
     */
    void requireKey(Operation<?, ?> operation, Optional<GatewayKey> key) {
        if (key.isPresent()
                || operation.has(Trait.UNSIGNED_RESPONSE)
                || settings.keys().isUsable(config.clock().instant())) {
            return;
        }
        throw new ConfigurationException(operation + ": no key of the gateway is trusted, so its response could not be"
                + " verified. " + (settings.download() ? NO_CERTIFICATES : EXPIRED_CERTIFICATES)
                + " " + Advice.NOTHING_SENT);
    }

    /**
     * Returns a future of the key that encrypts fields; empty if there is none, which only affects requests with such
     * fields.
     */
    CompletableFuture<Optional<GatewayKey>> encryption() {
        return Futures.recover(
                keys.encryption(),
                failure -> new TransportException(
                        Outcome.NOT_SENT,
                        "the platform certificates could not be obtained: " + ForeignText.sentence(failure.getMessage())
                                + ". " + Advice.NOTHING_SENT,
                        failure));
    }

    /** Returns the {@code Authorization} header, with a new nonce and the current time. */
    String authorization(HttpMethod method, URI uri, byte[] signedBody) {
        V3Signer signer = Objects.requireNonNull(settings.signer());
        String query = uri.getRawQuery();
        return signer.authorization(
                identity(uri.getRawPath()),
                method.name(),
                uri.getRawPath() + (query == null ? "" : "?" + query),
                config.clock().instant().getEpochSecond(),
                Nonce.next(config.random()),
                signedBody);
    }

    /**
     * Returns the identity of the signer.
     *
     * @param what the operation or path that is called, for error messages
     */
    private Identity identity(String what) {
        V3Account account = settings.account();
        String id = config.id(account.id());
        if (id == null) {
            throw new ConfigurationException(what + " must be called by the " + account.owner() + ": configure "
                    + account.id().setting());
        }
        return account.identity(id);
    }

    /**
     * Verifies a successful response. The future fails unless it comes from the gateway unchanged. A response that may
     * be unsigned passes.
     */
    CompletableFuture<Void> verify(
            Operation<?, ?> operation, TransportResponse response, V3ResponseReader<?> reader, Covered covered) {
        Function<String, @Nullable String> header = header(response);
        String digest = operation.responseKind() == Operation.ResponseKind.FILE ? header.apply(STATEMENT_DIGEST) : null;
        if (digest == null && operation.has(Trait.UNSIGNED_RESPONSE)) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> verified;
        try {
            byte[] signed = digest == null
                    ? covered.body().read()
                    : statement(digest, covered.plainSha1().read());
            verified = keys.verify(SignedMessage.of(settings.suite(), header), signed, covered.headReceived());
        } catch (VerificationException e) {
            verified = CompletableFuture.failedFuture(e);
        }
        return Futures.recover(
                verified,
                failure ->
                        reader.invalid(response, "the response cannot be trusted: " + failure.getMessage(), failure));
    }

    /**
     * Returns a future that fails with the error in a response. A signature is verified whatever the status, because an
     * invalid one proves that the response was changed. Errors without a signature are common; only TLS protects them.
     */
    <T> CompletableFuture<T> refusal(TransportResponse response, V3ResponseReader<?> reader) {
        Function<String, @Nullable String> header = header(response);
        boolean signed = SIGNATURE_HEADERS.stream().anyMatch(name -> header.apply(name) != null);
        if (!signed || !settings.trustsAnybody()) {
            return CompletableFuture.failedFuture(reader.error(response));
        }
        CompletableFuture<Void> verified;
        try {
            verified = keys.verify(SignedMessage.of(settings.suite(), header), response.body());
        } catch (VerificationException e) {
            verified = CompletableFuture.failedFuture(e);
        }
        return Futures.compose(
                Futures.recover(verified, failure -> reader.doubtful(response, failure)),
                yes -> CompletableFuture.failedFuture(reader.error(response)));
    }

    /** Returns the text that is signed for a statement: its digest instead of its body. */
    private static byte[] statement(String digest, String plainSha1) throws VerificationException {
        if (!plainSha1.equalsIgnoreCase(digest)) {
            throw new VerificationException("its SHA-1 differs from the header " + STATEMENT_DIGEST);
        }
        return ("{\"sha1\":\"" + digest + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private CompletableFuture<PlatformCertificates.Response> download() {
        URI uri = Hosts.join(hosts.usual(), CERTIFICATES + settings.suite().certificates());
        Map<String, String> headers =
                Map.of("Authorization", authorization(HttpMethod.GET, uri, new byte[0]), "Accept", "application/json");
        TransportRequest request = new TransportRequest("GET", uri, headers, new byte[0], false);
        Call<Void> call = new Call<>(DOWNLOAD, List.of(), config.limits().timeout(), ErrorAdvice.NONE);
        call.followedBy(config.reports().begin(call));
        CompletableFuture<PlatformCertificates.Response> answer =
                Futures.map(exchange.send(call, request), response -> {
                    report(call, response);
                    return new PlatformCertificates.Response(response.status(), header(response), response.body());
                });
        return Futures.recover(answer, failure -> {
            call.report().ended(null, failure);
            return failure;
        });
    }

    private static Void noFields(FieldReader in) {
        throw new IllegalStateException("certificates are read by PlatformCertificates");
    }

    /** Reports the end of a download. Callers that wait for the certificates verify them after that. */
    private void report(Call<?> call, TransportResponse response) {
        if (V3ResponseReader.isSuccess(call.operation(), response)) {
            call.report()
                    .ended(WxPayResponse.of(response.status(), response.headers(), response.body(), response), null);
        } else {
            call.report().ended(null, new V3ResponseReader<>(call, Echoes.NONE, config).error(response));
        }
    }

    private static Function<String, @Nullable String> header(TransportResponse response) {
        return name -> ResponseHeaders.first(response, name);
    }
}
