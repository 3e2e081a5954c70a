/** Checks that the tests of several modules share: what their public API is, and which package may use which. */
@NullMarked
package io.github.wxpaycodegen.testsupport;

import org.jspecify.annotations.NullMarked;
