/** Notifications: their content, faults and delivery. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.notices;

import org.jspecify.annotations.NullMarked;
