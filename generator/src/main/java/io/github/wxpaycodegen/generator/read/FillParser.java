package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.FillKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Parses the configuration value that fills a field. A suggestion of another party's value could be accepted and
 * misdirect money, so none is made.
 */
final class FillParser {
    private static final String SUB = "sub_";
    private static final Map<String, FillKey> FILLS =
            Arrays.stream(FillKey.values()).collect(Collectors.toMap(FillKey::key, Function.identity()));
    /** Other wire names of the calling party, and of the party that it acts for. */
    private static final Map<String, FillKey> SYNONYMS = Map.ofEntries(
            Map.entry("mch_id", FillKey.MCHID),
            Map.entry("sp_mchid", FillKey.MCHID),
            Map.entry("sp_mch_id", FillKey.MCHID),
            Map.entry("app_id", FillKey.APPID),
            Map.entry("sp_appid", FillKey.APPID),
            Map.entry("sub_mch_id", FillKey.SUB_MCHID),
            Map.entry("sub_app_id", FillKey.SUB_APPID));

    private FillParser() {}

    static Optional<FillKey> parse(Mapping mapping) {
        Optional<Node> node = mapping.get("fill");
        Optional<String> text = mapping.text("fill");
        if (text.isPresent() && !FILLS.containsKey(text.get())) {
            mapping.reader()
                    .problems()
                    .add(
                            Code.UNKNOWN_FILL,
                            mapping.reader().span(node.orElseThrow()),
                            "`fill` cannot be `" + text.get() + "`",
                            help(text.get()));
        }
        return text.map(FILLS::get);
    }

    private static String help(String word) {
        FillKey synonym = SYNONYMS.get(word);
        if (synonym != null) {
            return "did you mean `" + synonym.key() + "`?";
        }
        List<String> ofSameParty = FILLS.keySet().stream()
                .filter(key -> key.startsWith(SUB) == word.startsWith(SUB))
                .toList();
        String suggestion = Suggestion.among(word, ofSameParty);
        return suggestion.startsWith("did") ? suggestion : Suggestion.all(FILLS.keySet());
    }
}
