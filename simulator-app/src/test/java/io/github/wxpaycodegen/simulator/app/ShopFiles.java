package io.github.wxpaycodegen.simulator.app;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings of a shop, read from the files that the program has written for its merchant. */
final class ShopFiles {
    private final JsonNode settings;

    ShopFiles(Path merchantDirectory) {
        settings = JsonMapper.shared().readTree(merchantDirectory.resolve("settings.json"));
    }

    String setting(String name) {
        return settings.required(name).asString();
    }

    /** Returns the configuration of the official client for Java. */
    RSAPublicKeyConfig officialConfig() {
        return new RSAPublicKeyConfig.Builder()
                .merchantId(setting("mchid"))
                .privateKeyFromPath(setting("merchantPrivateKeyFile"))
                .merchantSerialNumber(setting("merchantSerial"))
                .publicKeyFromPath(setting("publicKeyFile"))
                .publicKeyId(setting("publicKeyId"))
                .apiV3Key(setting("v3Key"))
                .build();
    }

    /** Returns the transport of the official client, whose host is fixed: an interceptor sends requests to the simulator. */
    HttpClient officialClient() throws Exception {
        URI gateway = URI.create(setting("host"));
        OkHttpClient transport = new OkHttpClient.Builder()
                .sslSocketFactory(tls().getSocketFactory(), (X509TrustManager) trust().getTrustManagers()[0])
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .url(chain.request()
                                .url()
                                .newBuilder()
                                .host(gateway.getHost())
                                .port(gateway.getPort())
                                .build())
                        .build()))
                .build();
        return new DefaultHttpClientBuilder()
                .config(officialConfig())
                .okHttpClient(transport)
                .build();
    }

    /** Returns a TLS context that trusts the simulator and has the client certificate. */
    SSLContext tls() throws GeneralSecurityException, IOException {
        char[] password = setting("clientCertificatePassword").toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(setting("clientCertificateFile"), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust().getTrustManagers(), null);
        return context;
    }

    private TrustManagerFactory trust() throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(
                store(setting("trustStoreFile"), setting("trustStorePassword").toCharArray()));
        return trust;
    }

    private static KeyStore store(String file, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            store.load(in, password);
        }
        return store;
    }
}
