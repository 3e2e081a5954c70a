/** The operations of both protocols on the state of products. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.endpoints;

import org.jspecify.annotations.NullMarked;
