package io.github.wxpaycodegen.simulator.internal.notices;

/**
 * A delivery whose attempt has not ended.
 *
 * @param name the id of the notification's spec
 * @param number 1 for the first attempt
 * @param isInProgress false if the attempt has not begun
 */
public record PendingDelivery(String name, String url, int number, boolean isInProgress) {}
