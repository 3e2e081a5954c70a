/** The steps of a build around the generator, which the plugins of build tools share. */
@NullMarked
package io.github.wxpaycodegen.generator.build;

import org.jspecify.annotations.NullMarked;
