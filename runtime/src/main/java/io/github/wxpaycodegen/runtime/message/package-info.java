/**
 * The base of generated messages: reading, writing, validation, and the preservation of unknown fields. Generated code
 * extends these types. Callers see only a few, for instance {@link io.github.wxpaycodegen.runtime.message.Message} and
 * {@link io.github.wxpaycodegen.runtime.message.UnknownFields}.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.message;

import org.jspecify.annotations.NullMarked;
