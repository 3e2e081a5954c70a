/** The v2 protocol: its signatures and its XML. */
@NullMarked
package io.github.wxpaycodegen.runtime.v2;

import org.jspecify.annotations.NullMarked;
