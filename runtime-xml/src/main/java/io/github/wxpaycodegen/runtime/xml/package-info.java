/**
 * The XML parser and generator of the runtime, in packages below {@code internal}: Jackson XML, the core of Jackson that it
 * is made for, Woodstox and Stax2. The build moves their classes here, so nothing of it is for anybody else to use.
 */
package io.github.wxpaycodegen.runtime.xml;
