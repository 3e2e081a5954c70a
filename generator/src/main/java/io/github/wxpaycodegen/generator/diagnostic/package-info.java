/** Errors and findings in specs, and how they are printed: in the style of compilers, with a stable code, the place and a hint. */
@NullMarked
package io.github.wxpaycodegen.generator.diagnostic;

import org.jspecify.annotations.NullMarked;
