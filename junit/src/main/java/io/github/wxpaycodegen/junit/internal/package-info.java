/** Texts about what a simulator received and delivered, which reports and assertions share. */
@NullMarked
package io.github.wxpaycodegen.junit.internal;

import org.jspecify.annotations.NullMarked;
