/** The settings of the client, from the environment or a file. */
@NullMarked
package io.github.wxpaycodegen.cli.settings;

import org.jspecify.annotations.NullMarked;
