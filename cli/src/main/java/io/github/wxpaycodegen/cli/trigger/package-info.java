/** Notifications with the keys of a simulator. */
@NullMarked
package io.github.wxpaycodegen.cli.trigger;

import org.jspecify.annotations.NullMarked;
