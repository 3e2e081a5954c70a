/**
 * Micrometer metrics and observations of calls: {@link io.github.wxpaycodegen.micrometer.CallMetrics} for timers only,
 * {@link io.github.wxpaycodegen.micrometer.CallObservations} for timers and traces, and {@link
 * io.github.wxpaycodegen.micrometer.ConnectionMetrics} for the connections of a client.
 */
@NullMarked
package io.github.wxpaycodegen.micrometer;

import org.jspecify.annotations.NullMarked;
