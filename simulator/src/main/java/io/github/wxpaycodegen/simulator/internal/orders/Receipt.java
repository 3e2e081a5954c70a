package io.github.wxpaycodegen.simulator.internal.orders;

import java.time.Instant;

/**
 * The result of a payment.
 *
 * @param openid the openid of the payer
 */
public record Receipt(String transactionId, String openid, String bankType, Instant time) {}
