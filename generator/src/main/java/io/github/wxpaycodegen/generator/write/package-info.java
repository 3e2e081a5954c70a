/** Puts emitted files on disk: only what changed, and never anything that the generator does not own. */
package io.github.wxpaycodegen.generator.write;
