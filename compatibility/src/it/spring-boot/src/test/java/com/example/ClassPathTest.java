package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The class path that the published POMs give a project that uses the client, and the simulator in its tests. */
class ClassPathTest {
    private static final Pattern JAR = Pattern.compile(".*[/\\\\]([a-z0-9-]+?)-[0-9][^/\\\\]*\\.jar");

    @Test
    void hasTheDocumentedArtifactsAlone() {
        TreeSet<String> found = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(System.getProperty("path.separator")))
                .map(JAR::matcher)
                .filter(jar -> jar.matches())
                .map(jar -> jar.group(1))
                .filter(name -> !name.startsWith("junit-")
                        && !name.startsWith("surefire-")
                        && !name.equals("opentest4j")
                        && !name.equals("apiguardian-api"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                new TreeSet<>(Arrays.asList(
                        "wxpay-client",
                        "wxpay-runtime",
                        "wxpay-runtime-xml",
                        "jackson-core",
                        "httpclient5",
                        "httpcore5",
                        "httpcore5-h2",
                        "fastcsv",
                        "slf4j-api",
                        "jspecify",
                        "wxpay-simulator",
                        "wxpay-generator",
                        "wxpay-api-specs",
                        "snakeyaml",
                        "javapoet",
                        "bcprov-jdk18on",
                        "bcpkix-jdk18on",
                        "bcutil-jdk18on")),
                found);
    }

    @ParameterizedTest
    @ValueSource(classes = {XMLInputFactory.class, XMLOutputFactory.class, XMLEventFactory.class})
    void offersNoStaxProvider(Class<?> factory) {
        assertEquals(0, ServiceLoader.load(factory).stream().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools.jackson.databind.ObjectMapper",
                "tools.jackson.dataformat.xml.XmlMapper",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "com.fasterxml.jackson.dataformat.xml.XmlMapper",
                "com.ctc.wstx.stax.WstxInputFactory",
                "org.codehaus.stax2.XMLInputFactory2"
            })
    void hasNoMapper(String name) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
    }
}
