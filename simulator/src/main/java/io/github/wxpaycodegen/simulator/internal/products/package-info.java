/** The state of products beyond basic payment: profit sharing, transfers and others. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.products;

import org.jspecify.annotations.NullMarked;
