package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.http.ConnectionPools;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.transport.Transport;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
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
 * @param settingNames the names of settings in their source, by the names of their methods
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
        CallReports reports,
        Map<String, String> settingNames) {
    private static final String CLIENT_CERTIFICATE = "clientCertificate";
    private static final List<String> CLIENT_KEY_TYPES = List.of("RSA", "EC");

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

    /** Returns the configured certificates whose end matters to calls, by the setting that they come from. */
    public Map<String, List<X509Certificate>> certificates() {
        Map<String, List<X509Certificate>> found = new LinkedHashMap<>();
        for (V3Settings account : List.of(merchant, brand)) {
            X509Certificate own = account.certificate();
            if (own != null) {
                found.put(account.account().certificateSetting(), List.of(own));
            }
        }
        List<X509Certificate> platform = merchant.keys().certificates();
        if (!platform.isEmpty()) {
            found.put("platformCertificatesPem", platform);
        }
        if (clientKey instanceof X509KeyManager manager) {
            found.put(CLIENT_CERTIFICATE, clientCertificates(manager));
        }
        return found;
    }

    /** Returns the name of a setting in its source, for messages; that of its method if it was set by code. */
    public String nameOf(String setting) {
        return nameOf(setting, setting);
    }

    /**
     * Returns the name of a setting in its source, for messages.
     *
     * @param method the method with which code sets it, for one that was set by code
     */
    public String nameOf(String setting, String method) {
        String name = settingNames.get(setting);
        if (name == null && setting.equals(CLIENT_CERTIFICATE)) {
            name = settingNames.get("clientCertificatePem");
        }
        return name == null ? method : name;
    }

    private static List<X509Certificate> clientCertificates(X509KeyManager manager) {
        List<X509Certificate> found = new ArrayList<>();
        for (String type : CLIENT_KEY_TYPES) {
            String[] aliases = manager.getClientAliases(type, null);
            for (String alias : aliases == null ? new String[0] : aliases) {
                found.add(manager.getCertificateChain(alias)[0]);
            }
        }
        return found;
    }

    /** Returns the ids and the host; no secrets. */
    @Override
    public String toString() {
        return "ClientSettings{ids=" + ids + ", host=" + hosts.usual() + "}";
    }
}
