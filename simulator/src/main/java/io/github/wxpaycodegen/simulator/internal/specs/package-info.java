/** The specs and the routes from paths to operations. */
@NullMarked
package io.github.wxpaycodegen.simulator.internal.specs;

import org.jspecify.annotations.NullMarked;
