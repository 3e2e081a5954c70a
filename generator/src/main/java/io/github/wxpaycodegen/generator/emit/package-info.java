/** From checked specs to Java: one small emitter per kind of class, each a pure function from model to source. */
@NullMarked
package io.github.wxpaycodegen.generator.emit;

import org.jspecify.annotations.NullMarked;
