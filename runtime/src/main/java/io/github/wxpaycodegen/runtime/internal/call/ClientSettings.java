package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.http.ConnectionPools;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.transport.Transport;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a client as calls read it, unpacked from the public {@code WxPayConfig}. Immutable.
 *
 * @param ids the configured ids, by the field that they fill
 * @param v2 the keys of v2
 * @param merchant the merchant's keys of v3
 * @param brand the brand's keys of v3
 * @param hosts the hosts to call
 * @param limits the limits of calls
 * @param clock the clock for signatures and for checking their age
 * @param random the source of nonces
 * @param logBodies true if bodies are logged at debug, their values masked
 * @param clientKey the key and certificate of mutual TLS; null for none
 * @param presentsCertificate true if the transport can present a client certificate
 * @param transport opens the transport of a client, which shares connections with the other transports of these pools
 * @param reports notifies the listeners
 */
public record ClientSettings(
        Map<Fill, String> ids,
        V2Keys v2,
        V3Settings merchant,
        V3Settings brand,
        HostSettings hosts,
        CallLimits limits,
        Clock clock,
        SecureRandom random,
        boolean logBodies,
        @Nullable KeyManager clientKey,
        boolean presentsCertificate,
        Function<ConnectionPools, Transport> transport,
        CallReports reports) {
    /** Returns a configured id; null if it is not configured. */
    public @Nullable String id(Fill fill) {
        return ids.get(fill);
    }

    /** Returns the merchant id; null if it is not configured. */
    public @Nullable String mchid() {
        return ids.get(Fill.MCHID);
    }

    /** Returns the v3 keys of an account. */
    public V3Settings account(V3Account account) {
        return account == V3Account.BRAND ? brand : merchant;
    }

    /** Returns the ids and the host; no secrets. */
    @Override
    public String toString() {
        return "ClientSettings{ids=" + ids + ", host=" + hosts.usual() + "}";
    }
}
