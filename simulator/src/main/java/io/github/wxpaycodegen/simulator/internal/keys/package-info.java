/** Keys, certificates, signatures and encryption of the platform and the merchant. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.keys;

import org.jspecify.annotations.NullMarked;
