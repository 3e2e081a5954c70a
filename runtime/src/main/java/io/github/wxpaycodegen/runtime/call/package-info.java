/**
 * Identity of a call, and the response that settles it. Exceptions, operations and messages have it in common, so this package
 * uses no other.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.call;

import org.jspecify.annotations.NullMarked;
