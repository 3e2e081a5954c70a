package io.github.wxpaycodegen.simulator.app;

import io.github.wxpaycodegen.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The directory of keys: the seed and what clients trust, and a directory for each merchant with its keys and settings, in
 * the forms that the client libraries of several languages read.
 */
final class KeyFiles {
    /** The password of trust stores; they contain nothing secret. */
    static final String TRUST_PASSWORD = "changeit";

    static final String V2_KEY = "v2Key";
    static final String V3_KEY = "v3Key";
    static final String APPID = "appid";
    static final String BRAND_ID = "brandId";
    static final String BRAND_V3_KEY = "brandV3Key";
    static final String SUITE = "suite";
    static final String SM = "sm";

    private static final String SEED = "seed";
    private static final String SETTINGS = "settings.json";
    private static final int SEED_BYTES = 32;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path directory;

    KeyFiles(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** Returns the directory, absolute. */
    Path directory() {
        return directory;
    }

    /** Returns the directory of a merchant. */
    Path directory(Simulator merchant) {
        return directory.resolve(merchant.mchid());
    }

    /**
     * Returns the seed of all keys: that of the directory, the given one for a new directory, or a random one.
     *
     * @throws UsageException if the directory has another seed than the given one, or if a seed is blank
     */
    String seed(Optional<String> given) throws IOException, UsageException {
        // Spaces around it are not part of it: the file has a line end, and variables often have spaces.
        Optional<String> wanted = given.map(String::strip);
        if (wanted.filter(String::isEmpty).isPresent()) {
            throw new UsageException("--seed must not be blank");
        }
        Path file = directory.resolve(SEED);
        Optional<String> stored = storedSeed();
        if (stored.isPresent()) {
            if (stored.get().isEmpty()) {
                throw new UsageException("the seed in " + file + " is empty: delete the file to create new keys");
            }
            if (wanted.isPresent() && !wanted.equals(stored)) {
                throw new UsageException("the keys in " + directory
                        + " follow from another seed: omit --seed to use them, or name another --keys-dir");
            }
            return stored.get();
        }
        String seed = wanted.orElseGet(KeyFiles::randomSeed);
        PrivateFiles.createDirectory(directory);
        PrivateFiles.writeSecret(file, seed + "\n");
        return seed;
    }

    /** Returns the seed of the directory; empty if it has none. */
    Optional<String> storedSeed() throws IOException {
        Path file = directory.resolve(SEED);
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /**
     * Returns the settings that were written for a merchant; empty if there are none.
     *
     * @throws IOException if they cannot be read or are damaged
     */
    Optional<Map<String, String>> settings(String mchid) throws IOException {
        Path file = directory.resolve(mchid).resolve(SETTINGS);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), new TypeReference<Map<String, String>>() {}));
        } catch (JacksonException e) {
            throw new IOException(file + " is damaged: run the simulator once with its directory to write it again", e);
        }
    }

    private static String randomSeed() {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    /** Writes all files; those that have not changed are not touched. */
    void write(List<Simulator> merchants) throws IOException {
        Path authority = directory.resolve("ca.pem");
        String pem = merchants.get(0).caCertificatePem();
        boolean known = hasContent(authority, pem);
        PrivateFiles.write(authority, pem);
        for (String type : List.of("PKCS12", "JKS")) {
            Path store = directory.resolve("truststore." + (type.equals("JKS") ? "jks" : "p12"));
            // A store is written with new salts each time, so its content cannot be compared.
            if (!known || !Files.exists(store)) {
                PrivateFiles.write(store, trustStore(type, merchants.get(0)));
            }
        }
        for (Simulator merchant : merchants) {
            writeMerchant(merchant, directory(merchant));
        }
    }

    private void writeMerchant(Simulator merchant, Path home) throws IOException {
        PrivateFiles.createDirectory(home);
        Path p12 = home.resolve("apiclient_cert.p12");
        boolean known = hasContent(home.resolve("apiclient_cert.pem"), merchant.merchantCertificatePem());
        PrivateFiles.writeSecret(home.resolve("apiclient_key.pem"), merchant.merchantKeyPem());
        PrivateFiles.write(home.resolve("apiclient_cert.pem"), merchant.merchantCertificatePem());
        if (!known || !Files.exists(p12)) {
            PrivateFiles.writeSecret(p12, merchant.clientCertificateP12(merchant.mchid()));
        }
        PrivateFiles.write(home.resolve("pub_key.pem"), merchant.publicKeyPem());
        PrivateFiles.write(home.resolve("wechatpay_cert.pem"), merchant.platformCertificatePem());
        PrivateFiles.write(home.resolve("v2_encryption_key.pem"), merchant.encryptionKeyPem());
        PrivateFiles.writeSecret(home.resolve("v2_key.txt"), merchant.v2Key());
        PrivateFiles.writeSecret(home.resolve("v3_key.txt"), merchant.v3Key());
        Optional<String> brand = merchant.brandId();
        if (brand.isPresent()) {
            PrivateFiles.writeSecret(home.resolve("brand_key.pem"), merchant.brandKeyPem());
            PrivateFiles.write(home.resolve("brand_cert.pem"), merchant.brandCertificatePem());
            PrivateFiles.write(home.resolve("brand_pub_key.pem"), merchant.brandPublicKeyPem());
            PrivateFiles.writeSecret(home.resolve("brand_v3_key.txt"), merchant.brandV3Key());
        }
        PrivateFiles.writeSecret(home.resolve(SETTINGS), JSON.writeValueAsString(json(merchant, home)) + "\n");
        PrivateFiles.writeSecret(home.resolve("settings.env"), environment(merchant, home));
    }

    private static boolean hasContent(Path file, String content) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(content);
    }

    private Map<String, String> json(Simulator merchant, Path home) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("host", merchant.baseUri().toString());
        settings.put("mchid", merchant.mchid());
        settings.put(APPID, merchant.appid());
        settings.put(SUITE, merchant.usesSm() ? SM : "rsa");
        settings.put("merchantSerial", merchant.merchantSerial());
        settings.put("publicKeyId", merchant.publicKeyId());
        settings.put("platformSerial", merchant.platformSerial());
        settings.put(V2_KEY, merchant.v2Key());
        settings.put(V3_KEY, merchant.v3Key());
        settings.put("merchantPrivateKeyFile", home.resolve("apiclient_key.pem").toString());
        settings.put(
                "merchantCertificateFile", home.resolve("apiclient_cert.pem").toString());
        settings.put("clientCertificateFile", home.resolve("apiclient_cert.p12").toString());
        settings.put("clientCertificatePassword", merchant.mchid());
        settings.put("publicKeyFile", home.resolve("pub_key.pem").toString());
        settings.put(
                "platformCertificateFile", home.resolve("wechatpay_cert.pem").toString());
        settings.put("trustFile", directory.resolve("ca.pem").toString());
        settings.put("trustStoreFile", directory.resolve("truststore.p12").toString());
        settings.put("trustStorePassword", TRUST_PASSWORD);
        merchant.brandId().ifPresent(brand -> {
            settings.put(BRAND_ID, brand);
            settings.put("brandSerial", merchant.brandSerial());
            settings.put("brandPublicKeyId", merchant.brandPublicKeyId());
            settings.put(BRAND_V3_KEY, merchant.brandV3Key());
            settings.put("brandPrivateKeyFile", home.resolve("brand_key.pem").toString());
            settings.put("brandPublicKeyFile", home.resolve("brand_pub_key.pem").toString());
        });
        return settings;
    }

    /** Returns the environment variables of this project's client; other clients can read the same values. */
    private String environment(Simulator merchant, Path home) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("WXPAY_HOST", merchant.baseUri().toString());
        variables.put("WXPAY_MCHID", merchant.mchid());
        variables.put("WXPAY_APPID", merchant.appid());
        variables.put("WXPAY_MERCHANT_SERIAL", merchant.merchantSerial());
        variables.put(
                "WXPAY_MERCHANT_CERTIFICATE_PEM_FILE",
                home.resolve("apiclient_cert.pem").toString());
        variables.put(
                "WXPAY_MERCHANT_PRIVATE_KEY_PEM_FILE",
                home.resolve("apiclient_key.pem").toString());
        variables.put(
                "WXPAY_CLIENT_CERTIFICATE_FILE",
                home.resolve("apiclient_cert.p12").toString());
        variables.put("WXPAY_WECHAT_PAY_PUBLIC_KEY_ID", merchant.publicKeyId());
        variables.put(
                "WXPAY_WECHAT_PAY_PUBLIC_KEY_PEM_FILE",
                home.resolve("pub_key.pem").toString());
        variables.put(
                "WXPAY_PLATFORM_CERTIFICATES_PEM_FILE",
                home.resolve("wechatpay_cert.pem").toString());
        variables.put(
                "WXPAY_ENCRYPTION_KEY_PEM_FILE",
                home.resolve("v2_encryption_key.pem").toString());
        variables.put("WXPAY_V2_KEY_FILE", home.resolve("v2_key.txt").toString());
        variables.put("WXPAY_V3_KEY_FILE", home.resolve("v3_key.txt").toString());
        variables.put("WXPAY_TRUST_PEM_FILE", directory.resolve("ca.pem").toString());
        merchant.brandId().ifPresent(brand -> {
            variables.put("WXPAY_BRAND_ID", brand);
            variables.put("WXPAY_BRAND_SERIAL", merchant.brandSerial());
            variables.put(
                    "WXPAY_BRAND_PRIVATE_KEY_PEM_FILE",
                    home.resolve("brand_key.pem").toString());
            variables.put("WXPAY_BRAND_WECHAT_PAY_PUBLIC_KEY_ID", merchant.brandPublicKeyId());
            variables.put(
                    "WXPAY_BRAND_WECHAT_PAY_PUBLIC_KEY_PEM_FILE",
                    home.resolve("brand_pub_key.pem").toString());
            variables.put("WXPAY_BRAND_V3_KEY", merchant.brandV3Key());
        });
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "='" + variable.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
    }

    private static byte[] trustStore(String type, Simulator merchant) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            store.setCertificateEntry("wxpay-simulator", merchant.caCertificate());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, TRUST_PASSWORD.toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot write a trust store of the type " + type, e);
        }
    }
}
