/** JSON that the generator writes. */
@NullMarked
package io.github.wxpaycodegen.generator.json;

import org.jspecify.annotations.NullMarked;
