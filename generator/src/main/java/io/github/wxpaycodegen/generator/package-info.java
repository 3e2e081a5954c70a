/** Generator of typed Java from YAML specs. Start at {@link io.github.wxpaycodegen.generator.Generator}. */
@NullMarked
package io.github.wxpaycodegen.generator;

import org.jspecify.annotations.NullMarked;
