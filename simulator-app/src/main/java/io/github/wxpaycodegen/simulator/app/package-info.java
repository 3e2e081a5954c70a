/**
 * The simulator as a program: options and environment variables become running gateways, their keys become files, and
 * {@code control} lets people and programs act on them.
 */
@NullMarked
package io.github.wxpaycodegen.simulator.app;

import org.jspecify.annotations.NullMarked;
