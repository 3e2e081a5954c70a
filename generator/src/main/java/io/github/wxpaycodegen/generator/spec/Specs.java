package io.github.wxpaycodegen.generator.spec;

import java.util.List;

/**
 * All specs of one run.
 *
 * @param endpoints sorted by URI
 * @param types the shared types, sorted by folder and name
 * @param notifications sorted by protocol and place
 */
public record Specs(List<Endpoint> endpoints, List<SharedType> types, List<NotificationSpec> notifications) {
    public Specs {
        endpoints = List.copyOf(endpoints);
        types = List.copyOf(types);
        notifications = List.copyOf(notifications);
    }
}
