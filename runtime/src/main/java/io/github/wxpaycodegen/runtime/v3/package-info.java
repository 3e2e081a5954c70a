/** The cryptography of v3: what is signed, how it is verified, and which keys of the gateway are trusted. */
@NullMarked
package io.github.wxpaycodegen.runtime.v3;

import org.jspecify.annotations.NullMarked;
