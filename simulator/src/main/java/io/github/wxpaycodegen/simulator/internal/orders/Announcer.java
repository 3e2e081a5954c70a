package io.github.wxpaycodegen.simulator.internal.orders;

import io.github.wxpaycodegen.generator.model.Protocol;
import java.util.Map;

/** Sends notifications of changes. It must not block. */
@FunctionalInterface
public interface Announcer {
    /**
     * Sends a notification; does nothing if there is no URL.
     *
     * @param url where the merchant listens; empty if nowhere
     * @param specId the id of the notification's spec
     * @param fields by path
     */
    void announce(String url, Protocol protocol, String specId, Map<String, String> fields);
}
