/** Comparison of two sets of specs: what changes on the wire, and what changes for code that uses the generated client. */
@NullMarked
package io.github.wxpaycodegen.generator.diff;

import org.jspecify.annotations.NullMarked;
