/** A form of records that is read in a fraction of the time that their text takes. */
@NullMarked
package io.github.wxpaycodegen.generator.binary;

import org.jspecify.annotations.NullMarked;
