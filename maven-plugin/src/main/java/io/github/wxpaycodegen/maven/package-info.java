/**
 * The Maven goals {@code wxpay:generate}, {@code wxpay:schema} and {@code wxpay:import}: thin layers over the generator and the
 * importer.
 */
@NullMarked
package io.github.wxpaycodegen.maven;

import org.jspecify.annotations.NullMarked;
