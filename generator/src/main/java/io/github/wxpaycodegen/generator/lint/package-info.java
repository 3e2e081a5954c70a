/** Checks of specs that are well formed but may be untrue: what the sources say twice and differently, or not at all. */
@NullMarked
package io.github.wxpaycodegen.generator.lint;

import org.jspecify.annotations.NullMarked;
