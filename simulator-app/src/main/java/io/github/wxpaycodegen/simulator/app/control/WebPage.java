package io.github.wxpaycodegen.simulator.app.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files of the web page, and the OpenAPI document. */
final class WebPage {
    private static final String ROOT = "/io/github/wxpaycodegen/simulator/app/control/";
    private static final Map<String, String> FILES = Map.of(
            "/", "index.html",
            "/style.css", "style.css",
            "/app.js", "app.js",
            "/dom.js", "dom.js",
            "/texts.js", "texts.js",
            "/icon.svg", "icon.svg",
            "/openapi.json", "openapi.json");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json; charset=utf-8");

    /** Returns a file; the page itself in the language that the browser prefers. */
    Reply handle(String method, String path, Optional<String> acceptLanguage) throws ApiException {
        String file = FILES.get(path);
        if (file == null) {
            throw ApiException.notFound("there is no " + path + ": the page is at /, the API below /api/, its "
                    + "description at /openapi.json");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw new ApiException(405, "METHOD_NOT_ALLOWED", path + " can only be read");
        }
        byte[] content = read(file);
        if (file.equals("index.html") && prefersChinese(acceptLanguage)) {
            content = new String(content, StandardCharsets.UTF_8)
                    .replace("<html lang=\"en\"", "<html lang=\"zh-CN\"")
                    .getBytes(StandardCharsets.UTF_8);
        }
        String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
        return new Reply(200, type, content, Map.of("Vary", "Accept-Language"));
    }

    private static byte[] read(String file) {
        try (InputStream in = WebPage.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }

    private static boolean prefersChinese(Optional<String> acceptLanguage) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage.orElse("en"));
            return "zh".equals(Locale.lookupTag(ranges, List.of("en", "zh")));
        } catch (IllegalArgumentException e) {
            // Not the form of a header; the page can switch.
            return false;
        }
    }
}
