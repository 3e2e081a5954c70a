/**
 * Writer of the generated files: it writes only changed files, and never touches a file that the generator does not
 * own.
 */
@NullMarked
package io.github.wxpaycodegen.generator.write;

import org.jspecify.annotations.NullMarked;
