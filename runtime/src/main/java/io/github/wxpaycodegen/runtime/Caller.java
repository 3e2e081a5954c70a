package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.frontend.FrontEnd;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.notification.NotificationKeys;
import io.github.wxpaycodegen.runtime.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes calls, by the protocol of the operation, and writes a line to the log about each. */
final class Caller {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    private final WxPayConfig config;
    private final V2Caller v2;
    private final V3Caller v3;

    Caller(WxPayConfig config, Transport transport) {
        this.config = config;
        Exchange exchange = new Exchange(transport);
        this.v2 = new V2Caller(config, exchange);
        this.v3 = new V3Caller(config, exchange);
    }

    <R> CompletableFuture<WxPayResponse<R>> call(
            Operation<?, R> operation, Message message, List<String> segments, CallOptions options) {
        long start = config.clock().millis();
        CompletableFuture<WxPayResponse<R>> result;
        try {
            if (operation.security() && !config.hasClientCertificate()) {
                throw new ConfigurationException(operation.id() + " is called over mutual TLS: configure the"
                        + " merchant's certificate with"
                        + " WxPayConfig.builder().clientCertificate(Path.of(\"apiclient_cert.p12\"))");
            }
            result = operation.protocol() == Operation.Protocol.V2
                    ? v2.call(operation, message, options)
                    : v3.call(operation, message, segments, options);
        } catch (WxPayException e) {
            result = CompletableFuture.failedFuture(e);
        }
        result.whenComplete((response, failure) -> log(operation, start, response, failure));
        return result;
    }

    NotificationKeys notificationKeys() {
        return new NotificationKeys(
                v3.trustedKeys(),
                config.v3()::v3KeyBytes,
                config.v2Signer(),
                config.refundCipher(),
                text -> FieldCrypto.decrypt(config, text));
    }

    URI redirect(Operation<?, URI> operation, Message message, CallOptions options) {
        return v2.redirect(operation, message, options);
    }

    FrontEnd frontEnd() {
        return new FrontEnd(new ConfiguredSigner(config));
    }

    private <R> void log(
            Operation<?, ?> operation, long start, @Nullable WxPayResponse<R> response, @Nullable Throwable failure) {
        if (!LOG.isDebugEnabled()) {
            return;
        }
        long millis = config.clock().millis() - start;
        if (response != null) {
            LOG.debug(
                    "{} answered {} in {} ms, request id {}",
                    operation,
                    response.status(),
                    millis,
                    response.requestId());
        } else {
            Throwable cause = Futures.unwrap(failure);
            Object outcome = cause instanceof WxPayException e ? e.outcome() : "cancelled";
            LOG.debug(
                    "{} failed in {} ms: {}, {}",
                    operation,
                    millis,
                    cause.getClass().getSimpleName(),
                    outcome);
        }
    }
}
