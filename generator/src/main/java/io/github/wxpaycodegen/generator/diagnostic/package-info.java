/** What is wrong with specs, and how it is said: like a compiler, with a stable code, the place and a hint. */
@NullMarked
package io.github.wxpaycodegen.generator.diagnostic;

import org.jspecify.annotations.NullMarked;
