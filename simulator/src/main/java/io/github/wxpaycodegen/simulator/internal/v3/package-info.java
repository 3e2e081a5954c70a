/** The v3 gateway: request validation, responses, and the operations on stored orders. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.v3;

import org.jspecify.annotations.NullMarked;
