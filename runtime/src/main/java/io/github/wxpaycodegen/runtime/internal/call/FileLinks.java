package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.file.FileLink;
import java.net.URI;

/** Parts of the link to a file. */
public final class FileLinks {
    private FileLinks() {}

    /** Returns the host, with its port. */
    static URI host(FileLink link) {
        return URI.create("https://" + link.url().getRawAuthority());
    }

    /** Returns the path without the query, which gives access to the file. */
    public static String path(FileLink link) {
        String path = link.url().getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /** Returns the raw path with its query. */
    public static String target(FileLink link) {
        String query = link.url().getRawQuery();
        return query == null ? path(link) : path(link) + "?" + query;
    }
}
