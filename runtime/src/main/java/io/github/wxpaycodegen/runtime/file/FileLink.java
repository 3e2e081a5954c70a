package io.github.wxpaycodegen.runtime.file;

import io.github.wxpaycodegen.runtime.internal.link.FileSeal;
import io.github.wxpaycodegen.runtime.internal.link.LinkSeals;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A link to a file, as responses have it: it lives minutes, and whoever fetches it signs the request. */
public final class FileLink {
    static {
        LinkSeals.open(link -> ((FileLink) link).seal);
    }

    private final URI url;
    private final @Nullable FileHash hash;
    private final @Nullable FileSeal seal;

    private FileLink(URI url, @Nullable FileHash hash, @Nullable FileSeal seal) {
        this.url = url;
        this.hash = hash;
        this.seal = seal;
    }

    /**
     * A link without a digest: the file cannot be told from a damaged one.
     *
     * @throws IllegalArgumentException if it is no https URL of a host
     */
    public static FileLink of(String url) {
        return new FileLink(parse(url), null, null);
    }

    /**
     * A link and what the file must be.
     *
     * @throws IllegalArgumentException if it is no https URL of a host
     */
    public static FileLink of(String url, FileHash hash) {
        return new FileLink(parse(url), hash, null);
    }

    /**
     * The {@code download_url}, {@code hash_type} and {@code hash_value} of a response.
     *
     * @throws IllegalArgumentException if it is no https URL of a host, or they are no digest
     */
    public static FileLink of(String url, String hashType, String hashValue) {
        return of(url, FileHash.of(hashType, hashValue));
    }

    /**
     * The same link to a file that is encrypted for this merchant alone, as bills of sub-merchants are: it is decrypted
     * before it is unpacked, verified and stored. {@code AEAD_AES_256_GCM} is the algorithm to apply with.
     *
     * @param encryptKey the {@code encrypt_key} of the response, which the client has decrypted; its ciphertext, in base64,
     *     is accepted as well
     * @param nonce the {@code nonce} beside it
     */
    public FileLink encrypted(String encryptKey, String nonce) {
        return new FileLink(url, hash, new FileSeal(encryptKey, nonce));
    }

    private static URI parse(String url) {
        // No message shows the link, which is as good as a password.
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the link to the file is not a URL: " + e.getReason());
        }
        if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the link to the file is not an https URL with a host");
        }
        return uri;
    }

    /** What the file must be; null if nobody said. */
    public @Nullable FileHash hash() {
        return hash;
    }

    /** Returns the URL. Its query lets whoever knows it fetch the file: keep it out of logs. */
    public URI url() {
        return url;
    }

    /** The link without its query, and the digest. */
    @Override
    public String toString() {
        String path = url.getRawPath();
        return "https://" + url.getRawAuthority() + (path == null || path.isEmpty() ? "/" : path)
                + (hash == null ? "" : " (" + hash + ")");
    }
}
