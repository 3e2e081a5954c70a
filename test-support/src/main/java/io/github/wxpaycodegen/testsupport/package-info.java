/** Checks that the tests of several modules share: the public API, and the dependencies between packages. */
@NullMarked
package io.github.wxpaycodegen.testsupport;

import org.jspecify.annotations.NullMarked;
