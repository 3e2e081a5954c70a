package io.github.wxpaycodegen.simulator;

import java.time.Instant;

/**
 * That an order was paid.
 *
 * @param openid of the payer
 */
record Receipt(String transactionId, String openid, String bankType, Instant time) {}
