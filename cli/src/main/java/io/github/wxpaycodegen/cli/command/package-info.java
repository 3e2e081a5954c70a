/** The commands: options, and the printing of what the other packages and modules find out. */
@NullMarked
package io.github.wxpaycodegen.cli.command;

import org.jspecify.annotations.NullMarked;
