/** Sample values of requests, as a spec describes them. */
@NullMarked
package io.github.wxpaycodegen.reference.sample;

import org.jspecify.annotations.NullMarked;
