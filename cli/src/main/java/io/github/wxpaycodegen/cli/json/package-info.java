/** JSON as maps and lists. */
@NullMarked
package io.github.wxpaycodegen.cli.json;

import org.jspecify.annotations.NullMarked;
