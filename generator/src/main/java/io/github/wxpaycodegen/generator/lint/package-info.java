/** Checks of specs that are valid but may be wrong, because the sources contradict each other or give no value. */
@NullMarked
package io.github.wxpaycodegen.generator.lint;

import org.jspecify.annotations.NullMarked;
