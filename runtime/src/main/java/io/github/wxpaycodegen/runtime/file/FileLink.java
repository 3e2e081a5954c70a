package io.github.wxpaycodegen.runtime.file;

import io.github.wxpaycodegen.runtime.internal.link.FileSeal;
import io.github.wxpaycodegen.runtime.internal.link.LinkSeals;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A link to a file in a response. It is valid for minutes, and the request that fetches it is signed. */
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
     * Returns a link without a digest, so a damaged file cannot be detected.
     *
     * @throws IllegalArgumentException if it is not an https URL with a host
     */
    public static FileLink of(String url) {
        return new FileLink(parse(url), null, null);
    }

    /**
     * Returns a link with the digest of the file.
     *
     * @throws IllegalArgumentException if it is not an https URL with a host
     */
    public static FileLink of(String url, FileHash hash) {
        return new FileLink(parse(url), hash, null);
    }

    /**
     * Returns the link in a response: its {@code download_url}, {@code hash_type} and {@code hash_value}.
     *
     * @throws IllegalArgumentException if the URL is not an https URL with a host, or the digest is invalid
     */
    public static FileLink of(String url, String hashType, String hashValue) {
        return of(url, FileHash.of(hashType, hashValue));
    }

    /**
     * Returns this link for a file that is encrypted for this merchant, such as the bills of sub-merchants. The file is
     * decrypted before it is decompressed, verified and stored. Apply for the file with the algorithm {@code
     * AEAD_AES_256_GCM}.
     *
     * @param encryptKey the {@code encrypt_key} of the response, which the client has decrypted; its ciphertext in
     *     Base64 is accepted too
     * @param nonce the {@code nonce} of the response
     */
    public FileLink encrypted(String encryptKey, String nonce) {
        return new FileLink(url, hash, new FileSeal(encryptKey, nonce));
    }

    private static URI parse(String url) {
        // No message shows the link, which gives access like a password.
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

    /** Returns the expected digest of the file; null if the gateway reported none. */
    public @Nullable FileHash hash() {
        return hash;
    }

    /** Returns the URL. Anyone who knows its query may be able to fetch the file, so keep it out of logs. */
    public URI url() {
        return url;
    }

    /** Returns the link without its query, and the digest. */
    @Override
    public String toString() {
        String path = url.getRawPath();
        return "https://" + url.getRawAuthority() + (path == null || path.isEmpty() ? "/" : path)
                + (hash == null ? "" : " (" + hash + ")");
    }
}
