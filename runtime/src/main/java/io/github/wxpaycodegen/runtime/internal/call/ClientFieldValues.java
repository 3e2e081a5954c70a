package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.wire.FieldValueSource;
import io.github.wxpaycodegen.runtime.message.Fill;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Provides the values that the fields of a request take from the configuration. */
public final class ClientFieldValues implements FieldValueSource {
    private final ClientSettings config;
    private final V3Settings account;
    private final @Nullable PublicKey encryptionKey;
    private final List<String> problems;
    private final FileContents files;

    /**
     * Creates the source for one request.
     *
     * @param account the account whose private key signs fields
     * @param encryptionKey null if none is configured
     * @param problems receives the problems that prevent sending
     */
    public ClientFieldValues(
            ClientSettings config, V3Settings account, @Nullable PublicKey encryptionKey, List<String> problems) {
        this.config = config;
        this.account = account;
        this.encryptionKey = encryptionKey;
        this.problems = problems;
        this.files = new FileContents(problems::add);
    }

    @Override
    public @Nullable String configured(Fill fill) {
        return config.id(fill);
    }

    @Override
    public String encrypt(String field, String plain) {
        return new FieldCrypto(encryptionKey, problems::add).encrypt(field, plain);
    }

    @Override
    public byte[] content(String field, UploadFile file) {
        return files.of(field, file);
    }

    /** Signs with RSA and SHA-256, in Base64. */
    @Override
    public String sign(String field, String text) {
        PrivateKey key = account.privateKey();
        if (key == null) {
            problem(field + ": must be signed with the " + account.account().owner() + "'s private key; configure "
                    + account.account().privateKeySetting());
            return "";
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(account.account().privateKeySetting() + ": the key cannot sign", e);
        }
    }

    @Override
    public void problem(String problem) {
        problems.add(problem);
    }
}
