/** Puts emitted files on disk: only what changed, and never anything that the generator does not own. */
@NullMarked
package io.github.wxpaycodegen.generator.write;

import org.jspecify.annotations.NullMarked;
