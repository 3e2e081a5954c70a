package io.github.wxpaycodegen.runtime;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A link to a file, as responses have it: it lives minutes, and whoever fetches it signs the request. */
public final class FileLink {
    private final URI url;
    private final @Nullable FileHash hash;

    private FileLink(URI url, @Nullable FileHash hash) {
        this.url = url;
        this.hash = hash;
    }

    /**
     * A link without a digest: the file cannot be told from a damaged one.
     *
     * @throws IllegalArgumentException if it is no https URL of a host
     */
    public static FileLink of(String url) {
        return new FileLink(parse(url), null);
    }

    /**
     * A link and what the file must be.
     *
     * @throws IllegalArgumentException if it is no https URL of a host
     */
    public static FileLink of(String url, FileHash hash) {
        return new FileLink(parse(url), hash);
    }

    /**
     * The {@code download_url}, {@code hash_type} and {@code hash_value} of a response.
     *
     * @throws IllegalArgumentException if it is no https URL of a host, or they are no digest
     */
    public static FileLink of(String url, String hashType, String hashValue) {
        return of(url, FileHash.of(hashType, hashValue));
    }

    private static URI parse(String url) {
        // No message shows the link, which is as good as a password.
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the link to the file is no URL: " + e.getReason());
        }
        if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the link to the file is no https URL of a host");
        }
        return uri;
    }

    /** What the file must be; null if nobody said. */
    public @Nullable FileHash hash() {
        return hash;
    }

    URI host() {
        return URI.create("https://" + url.getRawAuthority());
    }

    /** The path, without the query, which has what lets the file be fetched. */
    String path() {
        String path = url.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /** The raw path with its query. */
    String target() {
        return url.getRawQuery() == null ? path() : path() + "?" + url.getRawQuery();
    }

    /** The link without its query, and the digest. */
    @Override
    public String toString() {
        return host() + path() + (hash == null ? "" : " (" + hash + ")");
    }
}
