/** The rules that values of fields follow, sample values, and JSON documents. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.values;

import org.jspecify.annotations.NullMarked;
