package io.github.wxpaycodegen.springboot.internal.notification.servlet;

import jakarta.servlet.http.HttpServletRequest;

/** The paths of requests. */
public final class ServletPaths {
    private ServletPaths() {}

    /**
     * Returns the decoded path, without the context path and without the prefix of the servlet. Filters and handlers see
     * the same path, and so no request passes security as a notification and is then handled as something else.
     */
    public static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : rest;
    }
}
