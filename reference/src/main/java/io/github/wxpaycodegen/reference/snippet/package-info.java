/** Calls to copy: Java, the request on the wire, and curl. */
@NullMarked
package io.github.wxpaycodegen.reference.snippet;

import org.jspecify.annotations.NullMarked;
