/** AssertJ assertions about what a simulator received and delivered. Needs AssertJ on the class path. */
@NullMarked
package io.github.wxpaycodegen.junit.assertj;

import org.jspecify.annotations.NullMarked;
