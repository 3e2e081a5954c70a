/** How fast the runtime is, and how much memory it takes; {@code benchmarks/README.md} has what was measured. */
@NullMarked
package io.github.wxpaycodegen.benchmarks;

import org.jspecify.annotations.NullMarked;
