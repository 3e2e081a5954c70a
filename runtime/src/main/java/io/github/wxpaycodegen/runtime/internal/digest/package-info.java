/** Digests of files. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.digest;

import org.jspecify.annotations.NullMarked;
