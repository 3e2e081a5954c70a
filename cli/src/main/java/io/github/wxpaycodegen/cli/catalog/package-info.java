/** The operations and notifications of WeChat Pay, from the indexes of the client and of the specs. */
@NullMarked
package io.github.wxpaycodegen.cli.catalog;

import org.jspecify.annotations.NullMarked;
