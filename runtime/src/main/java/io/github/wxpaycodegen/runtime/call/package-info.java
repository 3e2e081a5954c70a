/**
 * The identity of a call, and the response that settles it. Exceptions, operations and messages share these types, so
 * this package depends on no other.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.call;

import org.jspecify.annotations.NullMarked;
