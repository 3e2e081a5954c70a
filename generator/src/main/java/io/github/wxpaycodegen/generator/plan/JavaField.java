package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.generator.name.JavaNames;
import java.util.List;
import java.util.Optional;

/**
 * A field of a message.
 *
 * @param place where the field is sent; BODY for all fields except those of a request itself
 * @param kind the kind of its value, or of each element
 * @param name the Java name of the accessor and setter
 * @param element the class of the value, or of each element, in the public API
 * @param values the known values of an enum that is a text or a number in Java, because nothing is known of them
 * @param preset the initial value in a new builder
 * @param settable whether callers can set the value
 * @param asked whether callers must set the value before a request can be built
 */
public record JavaField(
        Field spec,
        Place place,
        Kind kind,
        String name,
        ClassName element,
        List<String> values,
        Optional<ConstantValue> preset,
        boolean settable,
        boolean asked) {
    public JavaField {
        values = List.copyOf(values);
    }

    /** The part of the request in which a field is sent. */
    public enum Place {
        QUERY,
        HEADER,
        BODY
    }

    /** Kind of a value. */
    public enum Kind {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATE_TIME,
        FILE,
        OBJECT,
        STRING_ENUM,
        INTEGER_ENUM
    }

    /** Returns the wire name. */
    public String wireName() {
        return spec.name();
    }

    /** Returns whether the field has several values, as a list or as numbered names. */
    public boolean isList() {
        return spec.list() || spec.indexed();
    }

    /** Returns whether the value is a message, or a list of messages. */
    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    /** Returns whether callers see enum constants while the message holds wire values. */
    public boolean isEnum() {
        return kind == Kind.STRING_ENUM || kind == Kind.INTEGER_ENUM;
    }

    /**
     * Returns true if the message itself encrypts and decrypts the field. Encrypted parts of notifications are
     * decrypted by the runtime.
     */
    public boolean isEncrypted() {
        return spec.wire()
                .encrypted()
                .filter(FieldEncryption.RSA_PUBKEY::equals)
                .isPresent();
    }

    /** Returns whether the value is hidden everywhere, error messages included. */
    public boolean isMasked() {
        return spec.wire().sensitive()
                || spec.wire().encrypted().isPresent()
                || spec.wire().signed().isPresent();
    }

    /** Returns the type of the value in the public API. */
    public TypeName type() {
        return listOf(element);
    }

    /** Returns the type in which a message holds the value: for an enum, the type of the wire value. */
    public TypeName storedType() {
        return listOf(
                switch (kind) {
                    case STRING_ENUM -> ClassName.get(String.class);
                    case INTEGER_ENUM -> ClassName.get(Long.class);
                    default -> element;
                });
    }

    /**
     * Returns the parameter type of the setter: a primitive where possible, so that {@code totalFee(100)} compiles.
     */
    public TypeName parameterType() {
        return isPrimitive() ? element.unbox() : type();
    }

    /** Returns whether the parameter of the setter is a primitive. */
    public boolean isPrimitive() {
        return !isList() && (kind == Kind.INTEGER || kind == Kind.BOOLEAN);
    }

    /** Returns the name of the accessor and setter for the wire value of an enum. */
    public String wireValueName() {
        return JavaNames.wireValue(name, isList());
    }

    /** Returns the name of the method that adds an element to a list. */
    public String adderName() {
        return JavaNames.adder(spec);
    }

    private TypeName listOf(TypeName each) {
        return isList() ? ParameterizedTypeName.get(ClassName.get(List.class), each) : each;
    }
}
