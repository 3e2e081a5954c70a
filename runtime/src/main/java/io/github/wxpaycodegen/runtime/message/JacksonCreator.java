package io.github.wxpaycodegen.runtime.message;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method by which Jackson databind, 2 or 3, makes a generated class. It stands for {@link JsonCreator}, so that
 * generated code compiles and runs where there is no Jackson databind.
 */
@Documented
@JacksonAnnotationsInside
@JsonCreator
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface JacksonCreator {}
