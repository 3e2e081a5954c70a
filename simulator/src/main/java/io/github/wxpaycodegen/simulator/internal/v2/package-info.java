/** The v2 gateway: request validation, responses, and the operations on stored orders. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.v2;

import org.jspecify.annotations.NullMarked;
