package io.github.wxpaycodegen.simulator.internal.notices;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One attempt to deliver a notification.
 *
 * @param name the id of the notification's spec
 * @param id the id of the notification
 * @param number 1 for the first attempt
 * @param headers the headers of the request
 * @param body the body of the request
 * @param fields the fields of the notification by path, decrypted
 * @param status the status of the response; empty if there was none
 * @param reply the body of the response; no bytes if there was none
 * @param problem why the notification counts as not accepted; empty if it was accepted
 */
public record DeliveryAttempt(
        String name,
        String url,
        String id,
        int number,
        Map<String, String> headers,
        byte[] body,
        Map<String, String> fields,
        OptionalInt status,
        byte[] reply,
        Optional<String> problem) {
    public DeliveryAttempt {
        headers = Map.copyOf(headers);
    }
}
