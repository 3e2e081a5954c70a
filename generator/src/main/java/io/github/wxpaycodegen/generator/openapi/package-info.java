/**
 * Exports specs as an OpenAPI document, for other tools. Properties that OpenAPI does not have are in extensions that begin with
 * {@code x-wxpay-}.
 */
@NullMarked
package io.github.wxpaycodegen.generator.openapi;

import org.jspecify.annotations.NullMarked;
