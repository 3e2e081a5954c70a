/** The pages of the site as plain data: templates only print it. */
@NullMarked
package io.github.wxpaycodegen.reference.page;

import org.jspecify.annotations.NullMarked;
