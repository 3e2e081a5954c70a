/** HTTP messages in files. */
@NullMarked
package io.github.wxpaycodegen.cli.capture;

import org.jspecify.annotations.NullMarked;
