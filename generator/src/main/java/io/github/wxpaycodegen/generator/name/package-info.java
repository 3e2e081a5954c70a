/** Java names of what specs describe, settled before anything is emitted; a name depends on its own file alone. */
@NullMarked
package io.github.wxpaycodegen.generator.name;

import org.jspecify.annotations.NullMarked;
