package io.github.wxpaycodegen.springboot.internal.notification.reactive;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The paths of requests. */
public final class ReactivePaths {
    private ReactivePaths() {}

    /** Returns the decoded path, without the base path. Filters and handlers see the same path. */
    public static String path(ServerHttpRequest request) {
        StringBuilder path = new StringBuilder();
        for (PathContainer.Element each :
                request.getPath().pathWithinApplication().elements()) {
            path.append(each instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : each.value());
        }
        return path.toString();
    }
}
