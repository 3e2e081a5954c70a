/** Stored orders and refunds, and the rules by which their states change, independent of the protocol. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.orders;

import org.jspecify.annotations.NullMarked;
