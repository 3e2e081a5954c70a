/**
 * The basis of generated messages: writing, reading, validation, and the preservation of unknown fields. Generated code
 * implements these types; callers meet only {@link io.github.wxpaycodegen.runtime.message.Message} and {@link
 * io.github.wxpaycodegen.runtime.message.UnknownFields}.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.message;

import org.jspecify.annotations.NullMarked;
