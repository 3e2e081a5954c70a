package io.github.wxpaycodegen.cli.call;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a call.
 *
 * @param query the query parameters, in order
 * @param body the body: JSON, of v2 one object of texts and numbers; null for none. Fields that the specs declare as
 *     encrypted are plain text in it
 * @param upload the file to upload; null for none
 * @param download where to store the file that the response is or links to; null for nowhere
 */
public record CallRequest(
        List<Map.Entry<String, String>> query,
        @Nullable String body,
        @Nullable Path upload,
        @Nullable Path download) {
    public CallRequest {
        query = List.copyOf(query);
    }
}
