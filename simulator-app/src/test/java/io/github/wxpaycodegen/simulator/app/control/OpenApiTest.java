package io.github.wxpaycodegen.simulator.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Simulator;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The description of the control API. */
class OpenApiTest {
    @Test
    void describesEveryOperationAndNoOther() throws Exception {
        List<String> described = new ArrayList<>();
        for (Map.Entry<String, PathItem> path : document().getPaths().entrySet()) {
            path.getValue().readOperationsMap().keySet().forEach(method -> described.add(method + " " + path.getKey()));
        }

        try (Simulator simulator = Simulator.builder().mchid("1230000109").start()) {
            assertThat(new ControlApi(List.of(simulator)).operations()).containsExactlyInAnyOrderElementsOf(described);
        }
    }

    @Test
    void operationsHaveIdsSummariesAndErrors() throws Exception {
        List<String> ids = new ArrayList<>();
        document().getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> {
                    ids.add(operation.getOperationId());
                    assertThat(operation.getSummary())
                            .as(operation.getOperationId())
                            .isNotBlank();
                    assertThat(operation.getResponses()).containsKeys("200", "default");
                });
        assertThat(ids).doesNotHaveDuplicates().doesNotContainNull();
    }

    private static OpenAPI document() throws ApiException {
        String text = new String(
                new WebPage().handle("GET", "/openapi.json", Optional.empty()).body(), StandardCharsets.UTF_8);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, null, new ParseOptions());
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        return result.getOpenAPI();
    }
}
