package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The page with which the gateway's TLS front end rejects a client certificate. The request was sent, but reached no
 * operation behind that front end.
 */
public final class CertificateRefusal {
    private static final int BAD_REQUEST = 400;
    private static final int LONGEST = 4096;
    private static final List<String> PHRASES =
            List.of("the ssl certificate error", "no required ssl certificate was sent");

    private CertificateRefusal() {}

    /** Returns true if a response is that page. */
    public static boolean isIn(TransportResponse response) {
        if (response.status() != BAD_REQUEST || response.body().length > LONGEST) {
            return false;
        }
        String page = new String(response.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return page.contains("<html") && PHRASES.stream().anyMatch(page::contains);
    }

    /** Returns a description of the problem and of what to check. */
    public static String explain(@Nullable String mchid) {
        return "the gateway did not accept the client certificate. Check that the P12 file or the PEM pair belongs to the"
                + " merchant " + mchid
                + ", that it has not expired, and that no newer one has replaced it in the merchant"
                + " platform.";
    }
}
