/** The bundled specs. */
@NullMarked
package io.github.wxpaycodegen.cli.specs;

import org.jspecify.annotations.NullMarked;
