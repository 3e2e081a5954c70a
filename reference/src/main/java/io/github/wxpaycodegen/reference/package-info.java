/** Writes a static reference site from specs. */
@NullMarked
package io.github.wxpaycodegen.reference;

import org.jspecify.annotations.NullMarked;
