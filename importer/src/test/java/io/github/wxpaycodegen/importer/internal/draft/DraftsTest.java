package io.github.wxpaycodegen.importer.internal.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Finding;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.document.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The generator accepts drafts; what it rejects is left out, as far as that is possible. */
class DraftsTest {
    private final Findings findings = new Findings();

    @Test
    void nameThatIsTakenIsReplacedAndReported() {
        Drafts.DraftSet drafts = drafts(List.of("x", "X"));

        assertThat(drafts.operations()).hasSize(1);
        assertThat(messages())
                .containsExactly("gave a Java name of its own to post.request.X:"
                        + " WX401 `X` and `x` both become the Java name `x`");
    }

    /** Each new name is that of the next field, so there is a clash in every round. */
    @Test
    void lastRoundReportsErrorsThatNothingWasDoneAbout() {
        List<String> names = new ArrayList<>(List.of("x", "X"));
        for (int i = 0; i < 12; i++) {
            names.add("x" + "field".repeat(i) + "_field");
        }

        Drafts.DraftSet drafts = drafts(names);

        assertThat(drafts.operations()).isEmpty();
        assertThat(messages().stream().filter(each -> each.startsWith("gave a Java name")))
                .hasSize(8);
        String last = "WX401 `x" + "field".repeat(7) + "_field` and `x" + "field".repeat(6)
                + "_field` both become the Java name `x" + "field".repeat(7) + "Field`";
        assertThat(messages())
                .hasSize(10)
                .contains(last, "not imported: the generator would not accept v3/shop/orders.yaml: " + last);
    }

    private Drafts.DraftSet drafts(List<String> names) {
        List<ApiField> fields = names.stream()
                .map(name -> new ApiField(name, Map.of("type", "string"), List.of()))
                .toList();
        ApiOperation operation = new ApiOperation(
                new SourceSpan("api.yaml", 1, 1, 1),
                "v3/shop/orders",
                "post",
                Map.of("title", "A", "responseKind", "empty"),
                Map.of(Section.REQUEST, fields));
        return Drafts.of(
                List.of(operation),
                List.of(),
                new PresentNames(SpecReader.read(List.of()).readable()),
                findings);
    }

    private List<String> messages() {
        return findings.sorted().stream().map(Finding::message).toList();
    }
}
