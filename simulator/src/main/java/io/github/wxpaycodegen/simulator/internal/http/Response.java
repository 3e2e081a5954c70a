package io.github.wxpaycodegen.simulator.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An HTTP response, before its delivery.
 *
 * @param content sent instead of the body, in chunks; empty if there is a body
 * @param headers by name; headers of the body's length and of the connection are added on delivery
 */
public record Response(int status, Map<String, String> headers, byte[] body, Optional<FileContent> content) {
    /** The header with the media type. */
    public static final String CONTENT_TYPE = "Content-Type";

    static final String REQUEST_ID = "Request-ID";

    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;

    /** Returns a response with a body of a media type. */
    public static Response of(int status, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CONTENT_TYPE, contentType);
        headers.put(REQUEST_ID, UUID.randomUUID().toString());
        return new Response(status, headers, body, Optional.empty());
    }

    /** Returns a response with an XML body and status 200. */
    public static Response xml(byte[] body) {
        return of(200, "text/xml; charset=utf-8", body);
    }

    /** Returns a response with a JSON body. */
    public static Response json(int status, byte[] body) {
        return of(status, "application/json; charset=utf-8", body);
    }

    /** Returns a file of any size. */
    public static Response file(FileContent content) {
        Response answer = of(200, "application/octet-stream", new byte[0]);
        return new Response(answer.status(), answer.headers(), answer.body(), Optional.of(content));
    }

    /** Returns a response without a body. Like that of the real gateway, it has a media type, which clients read. */
    public static Response noContent() {
        return of(NO_CONTENT, "application/json", new byte[0]);
    }

    /** Returns a response without a body to a request that is carried out later. */
    public static Response accepted() {
        return of(ACCEPTED, "application/json", new byte[0]);
    }

    /**
     * Returns the response to a request whose behavior cannot change it as a test has asked. Its status is not one after
     * which clients repeat a request: the repetition would succeed and hide the mistake.
     */
    public static Response impossible(String reason) {
        String text = "the behavior of this request is impossible: " + reason;
        return of(400, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns an HTML page of a web server. */
    public static Response html(int status, String title) {
        String page = "<html>\r\n<head><title>" + status + " " + title + "</title></head>\r\n<body>\r\n<center><h1>"
                + status + " " + title + "</h1></center>\r\n</body>\r\n</html>\r\n";
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns true if HTTP allows a body. */
    boolean mayHaveBody() {
        return status != NO_CONTENT;
    }
}
