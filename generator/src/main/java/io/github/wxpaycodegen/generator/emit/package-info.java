/** From checked specs to Java: one small emitter per kind of class, each a pure function from model to source. */
package io.github.wxpaycodegen.generator.emit;
