/** Auto-configuration of WeChat Pay clients. */
@NullMarked
package io.github.wxpaycodegen.springboot.autoconfigure;

import org.jspecify.annotations.NullMarked;
