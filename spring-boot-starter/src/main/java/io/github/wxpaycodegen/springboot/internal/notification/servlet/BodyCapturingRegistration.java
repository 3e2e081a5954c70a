package io.github.wxpaycodegen.springboot.internal.notification.servlet;

import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.PriorityOrdered;

/**
 * Registers the filter before all others. Filters of the application may have the highest precedence too; only {@link
 * PriorityOrdered} comes before them.
 */
public final class BodyCapturingRegistration extends FilterRegistrationBean<BodyCapturingFilter>
        implements PriorityOrdered {
    /** Creates a registration of the filter for the requests of an endpoint. */
    public BodyCapturingRegistration(NotificationEndpoint endpoint) {
        super(new BodyCapturingFilter(endpoint));
        setOrder(HIGHEST_PRECEDENCE);
    }
}
