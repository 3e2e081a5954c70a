package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The page with which the gateway's TLS front refuses a client certificate. The request has left, but no operation sees
 * it behind that front.
 */
public final class CertificateRefusal {
    private static final int BAD_REQUEST = 400;
    private static final int LONGEST = 4096;
    private static final List<String> PHRASES =
            List.of("the ssl certificate error", "no required ssl certificate was sent");

    private CertificateRefusal() {}

    /** Returns whether a response is the page. */
    public static boolean isIn(TransportResponse response) {
        if (response.status() != BAD_REQUEST || response.body().length > LONGEST) {
            return false;
        }
        String page = new String(response.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return page.contains("<html") && PHRASES.stream().anyMatch(page::contains);
    }

    /** Returns what is wrong with the merchant's certificate, and what to check. */
    public static String explain(@Nullable String mchid) {
        return "the gateway did not accept the client certificate. Check that the P12 file or the PEM pair belongs to the"
                + " merchant " + mchid
                + ", that it has not expired, and that no newer one has replaced it in the merchant"
                + " platform.";
    }
}
