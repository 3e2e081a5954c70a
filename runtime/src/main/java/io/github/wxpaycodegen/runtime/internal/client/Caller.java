package io.github.wxpaycodegen.runtime.internal.client;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.ErrorAdvice;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.call.FieldCrypto;
import io.github.wxpaycodegen.runtime.internal.call.FileLinks;
import io.github.wxpaycodegen.runtime.internal.call.FileOptions;
import io.github.wxpaycodegen.runtime.internal.call.ProtocolCall;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.call.V3Settings;
import io.github.wxpaycodegen.runtime.internal.download.FileApplication;
import io.github.wxpaycodegen.runtime.internal.download.FileTarget;
import io.github.wxpaycodegen.runtime.internal.failure.Settling;
import io.github.wxpaycodegen.runtime.internal.notification.NotificationKeys;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.internal.v2.V2Caller;
import io.github.wxpaycodegen.runtime.internal.v2.V2Reply;
import io.github.wxpaycodegen.runtime.internal.v3.V3Caller;
import io.github.wxpaycodegen.runtime.internal.v3.V3RequestSource;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes calls with the protocol of the operation, and logs each. */
public final class Caller {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    private final ClientSettings config;
    private final ErrorAdvice errorAdvice;
    private final Exchange exchange;
    private final V2Caller v2;
    private final V3Caller v3;

    Caller(ClientSettings config, Transport transport, ErrorAdvice errorAdvice) {
        this.config = config;
        this.errorAdvice = errorAdvice;
        this.exchange = new Exchange(transport);
        this.v2 = new V2Caller(config, exchange);
        this.v3 = new V3Caller(config, exchange);
    }

    /** Prevents all further requests, before the transport is closed. */
    void close() {
        exchange.close();
    }

    /** Calls an operation, which cannot be settled. */
    public <R> CompletableFuture<WxPayResponse<R>> call(
            Operation<?, R> operation, Message message, List<String> segments, CallSettings options) {
        return call(operation, message, segments, options, null);
    }

    /**
     * Calls an operation.
     *
     * @param settling settles the call; null if it cannot be settled
     */
    public <R> CompletableFuture<WxPayResponse<R>> call(
            Operation<?, R> operation,
            Message message,
            List<String> segments,
            CallSettings options,
            @Nullable Settling settling) {
        Call<R> call = newCall(operation, segments, options, config.limits().timeout());
        call.settledBy(settling);
        return start(
                call,
                operation.protocol() == Protocol.V2
                        ? v2.call(call, message, options)
                        : v3.call(call, message, segments, options));
    }

    /** Calls an operation of v3 whose request comes from a source. */
    public <R> CompletableFuture<WxPayResponse<R>> call(
            Operation<?, R> operation, V3RequestSource source, CallSettings options) {
        Call<R> call = newCall(operation, List.of(), options, config.limits().timeout());
        return start(call, v3.call(call, source, options));
    }

    /** Calls an operation that responds with a file, and moves the file to its target. */
    public CompletableFuture<WxPayResponse<SavedFile>> save(
            Operation<?, DownloadedFile> operation,
            Message message,
            List<String> segments,
            CallSettings options,
            Path path) {
        Call<DownloadedFile> call =
                newCall(operation, segments, options, config.limits().fileTimeout());
        FileTarget target = target(options, path);
        return start(
                call,
                operation.protocol() == Protocol.V2
                        ? v2.save(call, message, options, target)
                        : v3.save(call, message, segments, options, target));
    }

    /** Downloads the file of a link, and moves it to the target. */
    public CompletableFuture<WxPayResponse<SavedFile>> fetch(FileLink link, CallSettings options, Path path) {
        Operation<Message, DownloadedFile> operation = Operation.<Message>v3File(HttpMethod.GET, FileLinks.path(link))
                .traits(Trait.READ_ONLY, Trait.UNSIGNED_RESPONSE)
                .build();
        Call<DownloadedFile> call =
                newCall(operation, List.of(), options, config.limits().fileTimeout());
        return start(call, v3.fetch(call, link, options, target(options, path)));
    }

    private <R> Call<R> newCall(
            Operation<?, R> operation, List<String> segments, CallSettings options, Duration configured) {
        return new Call<>(operation, segments, timeout(options, configured), errorAdvice);
    }

    /** Applies for a file, waits until it is prepared, and moves it to the target. */
    public <R> CompletableFuture<SavedFile> apply(
            Operation<?, R> operation, Message message, List<String> segments, CallSettings options, Path path) {
        Duration timeout = timeout(options, config.limits().fileTimeout());
        try {
            target(options, path).check();
        } catch (WxPayException e) {
            return CompletableFuture.failedFuture(e);
        }
        return new FileApplication<>(
                        operation,
                        timeout,
                        options.files().firstPause(),
                        remaining -> call(
                                operation,
                                message,
                                segments,
                                options.within(shorter(config.limits().timeout(), remaining))),
                        (link, remaining) -> fetch(link, options.within(remaining), path))
                .start();
    }

    private static Duration timeout(CallSettings options, Duration configured) {
        return options.timeout() == null ? configured : options.timeout();
    }

    private FileTarget target(CallSettings options, Path path) {
        FileOptions files = options.files();
        long maxBytes = files.maxBytes() == null ? config.limits().maxFileBytes() : files.maxBytes();
        return new FileTarget(path, files.replace(), files.gunzip(), maxBytes);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private <R> CompletableFuture<WxPayResponse<R>> start(Call<?> call, ProtocolCall<R> protocolCall) {
        long start = config.clock().millis();
        call.followedBy(config.reports().begin(call));
        // Errors are translated too, for instance of an incompatible class path: callers must know whether money may
        // have moved.
        CompletableFuture<WxPayResponse<R>> result = Futures.recover(startOrFail(call, protocolCall), call::failure);
        result.whenComplete((response, failure) -> log(call.operation(), start, response, failure));
        return call.report().endingWith(result);
    }

    private <R> CompletableFuture<WxPayResponse<R>> startOrFail(Call<?> call, ProtocolCall<R> protocolCall) {
        try {
            exchange.requireOpen(call);
            requireClientCertificate(call.operation());
            exchange.prepare(call.operation().has(Trait.CLIENT_CERTIFICATE));
            return protocolCall.start();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void requireClientCertificate(Operation<?, ?> operation) {
        if (operation.has(Trait.CLIENT_CERTIFICATE) && !config.presentsCertificate()) {
            throw new ConfigurationException(operation.id() + " is called over mutual TLS: configure the"
                    + " merchant's certificate with"
                    + " WxPayConfig.builder().clientCertificate(Path.of(\"apiclient_cert.p12\"))");
        }
    }

    NotificationKeys notificationKeys() {
        return new NotificationKeys(
                notificationKeys(V3Account.MERCHANT),
                notificationKeys(V3Account.BRAND),
                config.v2().signer(),
                config.v2().refundCipher(),
                (reply, received, type) -> V2Reply.write(reply, received, type, config));
    }

    private NotificationKeys.Account notificationKeys(V3Account account) {
        V3Settings settings = config.account(account);
        return new NotificationKeys.Account(
                settings.suite(),
                v3.trustedKeys(account),
                settings::v3KeyBytes,
                text -> FieldCrypto.decrypt(settings.privateKey(), text));
    }

    /** Returns a configured id; null if there is none. */
    public @Nullable String configured(Fill fill) {
        return config.id(fill);
    }

    /** Returns the signed URL of an operation that a browser opens. */
    public URI redirect(Operation<?, URI> operation, Message message, CallSettings options) {
        return v2.redirect(operation, message, options);
    }

    /** Returns what WeChat Pay's support asks for: the status, code and request id of the response; empty if there was none. */
    private static String response(Throwable failure) {
        if (failure instanceof GatewayException e) {
            return response(e.httpStatus(), e.errorCode(), e.requestId());
        }
        return failure instanceof InvalidResponseException e ? response(e.httpStatus(), null, e.requestId()) : "";
    }

    private static String response(int status, @Nullable String code, @Nullable String requestId) {
        return ", HTTP status " + status
                + (code == null ? "" : ", code " + ForeignText.shown(code))
                + (requestId == null ? "" : ", request id " + ForeignText.shown(requestId));
    }

    private <R> void log(
            Operation<?, ?> operation, long start, @Nullable WxPayResponse<R> response, @Nullable Throwable failure) {
        if (!LOG.isDebugEnabled()) {
            return;
        }
        long millis = config.clock().millis() - start;
        if (response != null) {
            LOG.debug(
                    "{} returned HTTP status {} in {} ms, request id {}",
                    operation,
                    response.httpStatus(),
                    millis,
                    ForeignText.shown(response.requestId()));
        } else {
            Throwable cause = Futures.unwrap(failure);
            Object outcome = cause instanceof WxPayException e ? e.outcome() : "canceled";
            LOG.debug(
                    "{} failed in {} ms: {}, {}{}",
                    operation,
                    millis,
                    cause.getClass().getSimpleName(),
                    outcome,
                    response(cause));
        }
    }
}
