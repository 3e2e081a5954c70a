package io.github.wxpaycodegen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.runtime.message.Message;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;

/** Messages in applications that have Jackson databind, one version or both, and in those that have none. */
class JacksonTest {
    private static final String STORED = """
            request: true
            response: {"trade_state":"01","total_fee":7}
            part: {total=5, currency=HKD}
            """;

    /** Spring Boot compiles with the names of parameters, by which Jackson could mistake a creator. */
    @ParameterizedTest
    @ValueSource(strings = {"-parameters", "-g"})
    void bothVersionsWriteAndReadMessages(String option) throws Exception {
        String caller = "JacksonCaller.java";
        String returned = GeneratedClient.run(
                golden().compileWith(caller, Compiler.javac().withOptions(option)), caller);

        String each = """
                V request: {"version":"1.0","format":7,"mode":"B","sign_type":"HMAC-SHA256","out_trade_no":"a","total_fee":9223372036854775807,"rate":1.50,"receipt":true,"enc_bank_no":"secret","detail":{"goods_detail":[{"goods_id":"g","price":3,"more":1,"$put":["more"]}]},"extra":{"a":[true,null]},"$put":["extra"]}
                V request is: true
                V request read: true
                V response read: true
                V shop read: true
                V shop: {"name":"s","last":null,"responses":[],"amounts":{},"state":"未知","levels":[-1,2]}
                V empty: {}Amount{}
                V null: null
                V no object: refused
                V no mark: true
                """;
        assertThat(returned).isEqualTo(each.replace("V ", "2 ") + each.replace("V ", "3 "));
    }

    /** An annotation with an element whose class is absent would be a warning in the build of every user. */
    @Test
    void worksWithoutJacksonDatabind() throws Exception {
        String caller = "StorageCaller.java";
        List<File> classPath = List.of(file(Message.class), file(NullMarked.class));
        Compiler compiler = Compiler.javac().withClasspath(classPath).withOptions("-Xlint:all", "-Werror");

        URL[] libraries = Stream.of(Message.class, NullMarked.class, JsonGenerator.class)
                .map(JacksonTest::location)
                .toArray(URL[]::new);
        try (URLClassLoader withoutJackson = new URLClassLoader(libraries, ClassLoader.getPlatformClassLoader())) {
            assertThat(GeneratedClient.run(golden().compileWith(caller, compiler), caller, withoutJackson))
                    .isEqualTo(STORED);
        }
    }

    private static GeneratedClient golden() throws IOException {
        return GeneratedClient.of(SpecFiles.ofDirectory(Path.of("src/test/resources/golden/specs")));
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static File file(Class<?> type) throws URISyntaxException {
        return new File(location(type).toURI());
    }
}
