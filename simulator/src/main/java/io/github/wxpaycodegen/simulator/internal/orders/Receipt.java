package io.github.wxpaycodegen.simulator.internal.orders;

import java.time.Instant;

/**
 * The proof that an order was paid.
 *
 * @param openid of the payer
 */
public record Receipt(String transactionId, String openid, String bankType, Instant time) {}
