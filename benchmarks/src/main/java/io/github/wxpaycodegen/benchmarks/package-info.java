/** Measures the speed and the memory of the runtime; {@code benchmarks/README.md} contains the results. */
@NullMarked
package io.github.wxpaycodegen.benchmarks;

import org.jspecify.annotations.NullMarked;
