package io.github.wxpaycodegen.runtime.message;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method with which Jackson databind, 2 or 3, creates a generated class. It contains {@link JsonCreator}, so
 * that generated code compiles and runs without Jackson databind.
 */
@Documented
@JacksonAnnotationsInside
@JsonCreator
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface JacksonCreator {}
