/** The languages of the interface. */
@NullMarked
package io.github.wxpaycodegen.reference.text;

import org.jspecify.annotations.NullMarked;
