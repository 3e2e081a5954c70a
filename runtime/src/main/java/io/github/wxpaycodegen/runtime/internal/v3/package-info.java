/**
 * The call path of v3: {@code V3Caller} creates the request, {@code V3Attempts} sends it until the outcome is certain
 * or the deadline has passed, {@code V3Trust} verifies the response, and {@code V3ResponseReader} reads it.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.v3;

import org.jspecify.annotations.NullMarked;
