package io.github.wxpaycodegen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features that the language has and the generator cannot emit are rejected, never omitted. */
class SupportCheckTest {
    @TempDir
    private Path output;

    @Test
    void rejectsV2JsonBody() throws IOException {
        assertThat(refused(SpecText.file(
                        "v2/pay/a.yaml",
                        "uri: v2/pay/a\npost: {title: A, body: json, request: {a: {type: string}}, response: {}}\n")))
                .containsExactly("WX501 2 a v2 operation with a JSON body is not supported by the generator yet");
    }

    @Test
    void rejectsListsOfBooleansAndTimes() throws IOException {
        assertThat(refused(SpecText.file("v3/pay/a.yaml", """
            uri: v3/pay/a
            post:
              title: A
              request: {a: {type: boolean, list: true}}
              response:
                b: {fields: {c: {type: date-time, list: true}}}
            """)))
                .containsExactly(
                        "WX501 4 a list of booleans, times or files is not supported by the generator yet",
                        "WX501 6 a list of booleans, times or files is not supported by the generator yet");
    }

    @Test
    void rejectsParametersThatAreNotTexts() throws IOException {
        assertThat(refused(SpecText.file("v3/pay/a.yaml", """
            uri: v3/pay/a
            get:
              title: A
              query:
                a: {fields: {b: {type: string}}}
                b: {list: true, fields: {b: {type: string}}}
                c: {type: file}
                d: {type: string, list: true}
              headers:
                X-List: {type: string, list: true}
                authorization: {type: string}
                Idempotency-Key: {type: string}
              response: {}
            """)))
                .containsExactly(
                        "WX501 5 an object in `query` is not supported by the generator yet",
                        "WX501 6 an object in `query` is not supported by the generator yet",
                        "WX501 7 a file in `query` is not supported by the generator yet",
                        "WX501 10 a list in `headers` is not supported by the generator yet",
                        "WX501 11 the header `authorization`, which the client sets itself, is not supported by the"
                                + " generator yet");
    }

    @Test
    void rejectsTwoDownloadsOfOneUri() throws IOException {
        assertThat(refused(SpecText.file("v3/pay/a.yaml", """
            uri: v3/pay/a
            get: {title: A, responseKind: stream}
            post: {title: A, responseKind: stream}
            """)))
                .containsExactly("WX501 1 a URI with two operations that return links to files is not supported by the"
                        + " generator yet");
    }

    @Test
    void rejectsUnsupportedEncryption() throws IOException {
        assertThat(refused(SpecText.file("v2/pay/a.yaml", """
            uri: v2/pay/a
            post:
              title: A
              request: {}
              response: {a: {type: string, encrypted: aes-gcm}}
            """)))
                .containsExactly("WX501 5 this kind of encryption is not supported by the generator yet");
    }

    @Test
    void rejectsNestedElementsOfXmlRequest() throws IOException {
        assertThat(refused(SpecText.endpoint("a: {fields: {b: {type: string}}}")))
                .containsExactly(
                        "WX501 5 an element within an element of a v2 message is not supported by the generator yet");
        assertThat(refused(SpecText.endpoint("a: {encoded: json, fields: {b: {fields: {c: {type: string}}}}}")))
                .isEmpty();
    }

    @Test
    void acceptsEncryptedDocumentOfAnyName() throws IOException {
        assertThat(refused(notification("secret", """
                secret: {encrypted: aes-ecb, fields: {b: {type: string}}}
            """))).isEmpty();
        assertThat(refused(notification("my_ciphertext", """
                my_algorithm: {type: string}
                my_nonce: {type: string}
                my_ciphertext: {encrypted: aes-gcm, fields: {b: {type: string}}}
            """))).isEmpty();
    }

    @Test
    void rejectsUnsupportedEncryptedDocument() throws IOException {
        assertThat(refused(notification("secret", """
                secret: {encrypted: aes-ecb, fields: {b: {fields: {c: {type: string}}}}}
                text: {encrypted: aes-ecb, type: string}
                nested: {fields: {b: {type: string}}}
            """)))
                .containsExactly(
                        "WX501 2 a message with two encrypted documents is not supported by the generator yet",
                        "WX501 7 an element within an element of a v2 message is not supported by the generator yet",
                        "WX501 8 an encrypted document that is not an object is not supported by the generator yet",
                        "WX501 9 an element within an element of a v2 message is not supported by the generator yet");
    }

    @Test
    void rejectsAesGcmDocumentWithoutParameters() throws IOException {
        String expected = " an `aes-gcm` document that is not called `…ciphertext`, beside `…algorithm` and `…nonce`,"
                + " is not supported by the generator yet";
        assertThat(refused(notification("secret", """
                algorithm: {type: string}
                nonce: {type: string}
                secret: {encrypted: aes-gcm, fields: {b: {type: string}}}
            """))).containsExactly("WX501 9" + expected);
        assertThat(refused(notification("my_ciphertext", """
                my_algorithm: {type: string}
                nonce: {type: string}
                my_ciphertext: {encrypted: aes-gcm, fields: {b: {type: string}}}
            """))).containsExactly("WX501 9" + expected);
    }

    private static SpecFile notification(String recognizedBy, String fields) {
        return SpecText.file("notifications/v2/a.yaml", """
            notification:
              id: a
              protocol: v2
              recognizedBy: [%s]
              title: A
              body:
            """.formatted(recognizedBy) + fields);
    }

    @Test
    void acceptsExcludedSpec() throws IOException {
        SpecFile odd = SpecText.endpoint("a: {fields: {b: {type: string}}}");

        assertThat(Generator.generate(
                                List.of(odd), options().exclude("v2/pay/*").build())
                        .diagnostics())
                .isEmpty();
    }

    private List<String> refused(SpecFile file) throws IOException {
        assertThat(SpecText.errors(file)).isEqualTo("0 errors\n");
        return Generator.generate(List.of(file), options().build()).diagnostics().stream()
                .map(d -> d.code().id() + " " + d.span().line() + " " + d.message())
                .toList();
    }

    private GeneratorOptions.Builder options() {
        return GeneratorOptions.builder().basePackage("com.example.pay").outputDirectory(output.resolve("java"));
    }
}
