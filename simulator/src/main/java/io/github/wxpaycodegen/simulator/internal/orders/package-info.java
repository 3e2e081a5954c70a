/** Stored orders and refunds, and the rules for changing their states, independent of the protocol. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.orders;

import org.jspecify.annotations.NullMarked;
