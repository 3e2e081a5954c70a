/**
 * The control port: a JSON API, described by its {@code openapi.json}, and a web page that uses it.
 *
 * <p>{@code ControlServer} receives requests and passes those that {@code RequestGuard} accepts to {@code ControlApi} or
 * {@code WebPage}.
 */
@NullMarked
package io.github.wxpaycodegen.simulator.app.control;

import org.jspecify.annotations.NullMarked;
