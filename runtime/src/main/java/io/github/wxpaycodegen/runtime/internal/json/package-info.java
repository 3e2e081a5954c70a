/** JSON documents as trees of plain values, for all that writes and reads JSON. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.json;

import org.jspecify.annotations.NullMarked;
