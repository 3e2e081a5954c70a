/**
 * Turns checked specs into Java: one small emitter for each kind of class, each a pure function from the model to
 * source.
 */
@NullMarked
package io.github.wxpaycodegen.generator.emit;

import org.jspecify.annotations.NullMarked;
