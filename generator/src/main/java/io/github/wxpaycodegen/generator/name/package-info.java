/** Derives Java names from specs before anything is emitted. A name depends on its own spec file alone. */
@NullMarked
package io.github.wxpaycodegen.generator.name;

import org.jspecify.annotations.NullMarked;
