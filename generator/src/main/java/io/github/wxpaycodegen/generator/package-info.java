/** YAML specs in, typed Java out. Start at {@link io.github.wxpaycodegen.generator.Generator}. */
package io.github.wxpaycodegen.generator;
