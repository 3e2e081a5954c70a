package io.github.wxpaycodegen.springboot.internal.notification.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;

/** The paths of requests. */
public final class ServletPaths {
    private ServletPaths() {}

    /**
     * Returns the decoded path, without the context path and without the prefix of the servlet. Filters and handlers see
     * the same path, and so no request passes security as a notification and is then handled as something else. For the
     * same reason, the path is empty if the request goes to a servlet that is not Spring's.
     */
    public static String path(HttpServletRequest request) {
        if (!isForSpring(request)) {
            return "";
        }
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : rest;
    }

    private static boolean isForSpring(HttpServletRequest request) {
        HttpServletMapping mapping = request.getHttpServletMapping();
        String name = mapping == null ? null : mapping.getServletName();
        ServletContext context = request.getServletContext();
        ServletRegistration servlet = name == null || context == null ? null : context.getServletRegistration(name);
        String type = servlet == null ? null : servlet.getClassName();
        // Nothing is known of it in a test without a server, where there is no other servlet.
        return type == null || isForSpring(type, context.getClassLoader());
    }

    private static boolean isForSpring(String type, @Nullable ClassLoader loader) {
        try {
            return DispatcherServlet.class.isAssignableFrom(ClassUtils.forName(type, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
