/** Digests that tell whether specs, plans and files are the same as in an earlier run. */
@NullMarked
package io.github.wxpaycodegen.generator.hash;

import org.jspecify.annotations.NullMarked;
