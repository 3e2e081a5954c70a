/** Checks of settings. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.settings;

import org.jspecify.annotations.NullMarked;
