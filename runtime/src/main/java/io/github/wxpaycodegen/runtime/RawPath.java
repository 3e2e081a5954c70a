package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the path of a raw call. It must be unambiguous: proxies and the gateway must read it in the same way. */
final class RawPath {
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
    private static final Pattern UNENCODED = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@%/-]|%(?![0-9A-Fa-f]{2})");
    private static final Pattern OPENID = Pattern.compile("o[A-Za-z0-9_-]{27}");

    private RawPath() {}

    /**
     * Checks that the path belongs to v3 or to brands.
     *
     * @throws InvalidRequestException if it does not
     */
    static void requireV3(String path) {
        require(path);
        if (!path.startsWith("/v3/") && !path.startsWith("/brand/")) {
            throw refused(path, "must begin with /v3/ or /brand/");
        }
    }

    /**
     * Checks that the path belongs to v2.
     *
     * @throws InvalidRequestException if it does not
     */
    static void requireV2(String path) {
        require(path);
        if (path.startsWith("/v2/")) {
            throw refused(path, "must not begin with /v2: on the wire it is " + path.substring("/v2".length()));
        }
        if (path.startsWith("/v3/") || path.startsWith("/brand/")) {
            throw refused(path, "does not belong to v2: call it with raw().v3(...)");
        }
    }

    private static void require(String path) {
        String problem = problem(path);
        if (problem != null) {
            throw refused(path, problem);
        }
    }

    private static @Nullable String problem(String path) {
        if (ABSOLUTE.matcher(path).matches()) {
            return "must not be an absolute URL: give only the path, and choose another host with(o -> o.host(...))";
        }
        if (!path.startsWith("/")) {
            return "must begin with /";
        }
        if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            return "must have no query and no fragment: pass parameters to query(name, value)";
        }
        if (path.indexOf('{') >= 0) {
            return "must contain values instead of template segments";
        }
        Matcher unencoded = UNENCODED.matcher(path);
        if (unencoded.find()) {
            return "must be percent-encoded at character " + (unencoded.start() + 1);
        }
        for (String segment : path.substring(1).split("/", -1)) {
            String plain = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (plain.equals(".") || plain.equals("..")) {
                return "must have no segment . or ..";
            }
        }
        return path.contains("//") ? "must have no empty segment" : null;
    }

    private static InvalidRequestException refused(String path, String problem) {
        return InvalidRequestException.builder("The raw call")
                .problem("path " + problem + " (was \"" + ForeignText.shown(path) + "\")")
                .build();
    }

    /** Returns the path for messages and logs, with openids masked. */
    static String shown(String path) {
        StringBuilder shown = new StringBuilder();
        for (String segment : path.substring(1).split("/", -1)) {
            shown.append('/').append(OPENID.matcher(segment).matches() ? "{openid}" : segment);
        }
        return shown.toString();
    }
}
