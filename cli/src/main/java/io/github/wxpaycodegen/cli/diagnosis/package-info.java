/** Checks of the keys, certificates and connections of a merchant. */
@NullMarked
package io.github.wxpaycodegen.cli.diagnosis;

import org.jspecify.annotations.NullMarked;
