package io.github.wxpaycodegen.runtime.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdviceTest {
    /** Codes about the party that calls, which say nothing of what is looked for. */
    private static final Set<String> OF_CALLER = Set.of("MCH_NOT_EXISTS", "MCHID_NOT_EXIST", "APPID_NOT_EXIST");

    /** A code of a new spec that is missing here would read as a proof. */
    @Test
    void codesOfSpecsThatFindNothingAreKnown() throws IOException {
        Pattern nothing = Pattern.compile("code: (\\w+NOT_?EXISTS?|\\w*NOT_?FOUND)\\b");
        Set<String> codes = new HashSet<>();
        try (Stream<Path> specs = Files.walk(Path.of("../api-specs"))) {
            List<Path> files =
                    specs.filter(each -> each.toString().endsWith(".yaml")).toList();
            for (Path spec : files) {
                Matcher found = nothing.matcher(Files.readString(spec));
                while (found.find()) {
                    codes.add(found.group(1));
                }
            }
        }
        codes.removeAll(OF_CALLER);

        assertThat(codes).hasSizeGreaterThanOrEqualTo(8).allSatisfy(code -> assertThat(Advice.ofQuery(code, null))
                .isNotNull());
        assertThat(OF_CALLER)
                .allSatisfy(code -> assertThat(Advice.ofQuery(code, null)).isNull());
    }
}
