package io.github.wxpaycodegen.runtime.internal.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Creates TLS contexts: with the JVM's authorities and the configured ones, and with or without a client certificate.
 */
final class TlsContexts {
    private TlsContexts() {}

    static SSLContext create(Set<X509Certificate> further, @Nullable KeyManager clientKey) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] keys = clientKey == null ? new KeyManager[0] : new KeyManager[] {clientKey};
            context.init(keys, trust(further), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    private static TrustManager[] trust(Set<X509Certificate> further) throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        if (further.isEmpty()) {
            return factory.getTrustManagers();
        }
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int i = 0;
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager authorities) {
                for (X509Certificate authority : authorities.getAcceptedIssuers()) {
                    all.setCertificateEntry("authority-" + i++, authority);
                }
            }
        }
        for (X509Certificate authority : further) {
            all.setCertificateEntry("authority-" + i++, authority);
        }
        factory.init(all);
        return factory.getTrustManagers();
    }
}
