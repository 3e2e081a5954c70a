package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.generator.model.Limits;
import io.github.wxpaycodegen.generator.model.Unit;
import io.github.wxpaycodegen.reference.text.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Phrases about a field: where its value comes from, its form, its unit and its limits. */
final class FieldFacts {
    private static final long KIB = 1024;

    private final Language language;

    FieldFacts(Language language) {
        this.language = language;
    }

    /** Returns what to know before all else. */
    List<String> marks(Field field) {
        List<String> marks = new ArrayList<>();
        field.wire().encrypted().map(this::encryption).ifPresent(marks::add);
        field.wire()
                .signed()
                .map(key -> language.of("发送的是其签名", "its signature is sent"))
                .ifPresent(marks::add);
        if (field.wire().sensitive() && field.wire().encrypted().isEmpty()) {
            marks.add(language.of("个人信息，日志中打码", "personal data, masked in logs"));
        }
        field.source().fill().map(this::fill).ifPresent(marks::add);
        field.source()
                .digest()
                .map(digest -> language.of("自动计算文件的 " + digest, digest + " of the file, computed"))
                .ifPresent(marks::add);
        return marks;
    }

    private String encryption(FieldEncryption encryption) {
        return switch (encryption) {
            case RSA_PUBKEY -> language.of("公钥加密", "encrypted with the public key");
            case AES_GCM -> language.of("APIv3 密钥加密", "encrypted with the APIv3 key");
            case AES_ECB -> language.of("APIv2 密钥加密", "encrypted with the APIv2 key");
        };
    }

    private String fill(FillKey key) {
        return language.of("取自配置 " + key.key(), "from the configuration: " + key.key());
    }

    /** Returns form, unit and limits. */
    List<String> facts(Field field) {
        List<String> facts = new ArrayList<>();
        field.source()
                .constant()
                .map(ConstantValue::text)
                .map(value -> language.of("固定为 " + value, "always " + value))
                .ifPresent(facts::add);
        field.source()
                .defaultValue()
                .map(ConstantValue::text)
                .map(value -> language.of("默认 " + value, "default " + value))
                .ifPresent(facts::add);
        field.docs().meaning().unit().map(this::unit).ifPresent(facts::add);
        field.docs().meaning().format().map(this::format).ifPresent(facts::add);
        field.wire().encoded().map(this::encoding).ifPresent(facts::add);
        if (field.indexed()) {
            facts.add(language.of("编号字段：$n 从 0 开始", "numbered fields: $n starts at 0"));
        }
        field.wire()
                .spelling()
                .map(spelling -> language.of(
                        "true 为 " + spelling.trueText() + "，false 为 " + spelling.falseText(),
                        "true is " + spelling.trueText() + ", false is " + spelling.falseText()))
                .ifPresent(facts::add);
        limits(field, facts);
        if (field.wire().emoji()) {
            facts.add(language.of("可含表情符号", "accepts emoji"));
        }
        return facts;
    }

    private void limits(Field field, List<String> facts) {
        Limits limits = field.limits();
        String each = field.list() ? language.of("每项 ", "each ") : "";
        length(limits, each, facts);
        limits.pattern().ifPresent(regex -> facts.add(each + language.of("匹配 ", "matches ") + regex));
        range(limits, each, facts);
        limits.maxItems()
                .ifPresent(most -> facts.add(language.of("最多 " + most + " 项", "at most " + most + " elements")));
        limits.file().maxBytes().ifPresent(most -> facts.add(language.of("最大 ", "at most ") + bytes(most)));
        if (!limits.file().mediaTypes().isEmpty()) {
            facts.add(String.join(", ", limits.file().mediaTypes()));
        }
    }

    private void length(Limits limits, String each, List<String> facts) {
        OptionalInt least = limits.minLength();
        OptionalInt most = limits.maxLength();
        if (least.isPresent() && least.equals(most)) {
            facts.add(each + language.of(most.getAsInt() + " 个字符", characters(most.getAsInt())));
        } else if (least.isPresent() && most.isPresent()) {
            facts.add(each
                    + language.of(
                            least.getAsInt() + "–" + most.getAsInt() + " 个字符",
                            least.getAsInt() + "–" + characters(most.getAsInt())));
        } else if (least.isPresent()) {
            facts.add(
                    each + language.of("至少 " + least.getAsInt() + " 个字符", "at least " + characters(least.getAsInt())));
        } else if (most.isPresent()) {
            facts.add(each + language.of("最多 " + most.getAsInt() + " 个字符", "at most " + characters(most.getAsInt())));
        }
    }

    private static String characters(int count) {
        return count + (count == 1 ? " character" : " characters");
    }

    private void range(Limits limits, String each, List<String> facts) {
        String least = limits.minimum().map(BigDecimal::toPlainString).orElse("");
        String most = limits.maximum().map(BigDecimal::toPlainString).orElse("");
        if (!least.isEmpty() && !most.isEmpty()) {
            facts.add(each + language.of(least + " 至 " + most, "from " + least + " to " + most));
        } else if (!least.isEmpty()) {
            facts.add(each + language.of("不小于 " + least, "at least " + least));
        } else if (!most.isEmpty()) {
            facts.add(each + language.of("不大于 " + most, "at most " + most));
        }
    }

    private static String bytes(long count) {
        if (count % (KIB * KIB) == 0) {
            return count / (KIB * KIB) + " MiB";
        }
        return count % KIB == 0 ? count / KIB + " KiB" : count + " B";
    }

    private String encoding(FieldEncoding encoding) {
        return switch (encoding) {
            case JSON -> language.of("JSON 文本", "JSON as a text");
            case URL -> language.of("URL 编码的文本", "URL-encoded text");
        };
    }

    private String unit(Unit unit) {
        String chinese =
                switch (unit) {
                    case FEN -> "分";
                    case CENT -> "币种的最小单位";
                    case YUAN -> "元";
                    case PERCENT -> "百分之一";
                    case PERMILLE -> "千分之一";
                    case PERMYRIAD -> "万分之一";
                    case MILLISECOND -> "毫秒";
                    case SECOND -> "秒";
                    case MINUTE -> "分钟";
                    case HOUR -> "小时";
                    case DAY -> "天";
                    case MONTH -> "月";
                    case YEAR -> "年";
                    case BYTE -> "字节";
                    case METER -> "米";
                    case KILOMETER -> "千米";
                    case KILOGRAM -> "千克";
                    case KILOWATT_HOUR -> "千瓦时";
                };
        return language.of("单位：" + chinese, phrase(unit.sentence()) + (unit == Unit.FEN ? " (0.01 yuan)" : ""));
    }

    /** Returns a sentence as a phrase: {@code in yuan} of {@code In yuan.} */
    private static String phrase(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1, sentence.length() - 1);
    }

    private String format(Format format) {
        String chinese =
                switch (format) {
                    case DATE -> "日期 yyyy-MM-dd";
                    case COMPACT_DATE -> "日期 yyyyMMdd";
                    case MONTH -> "月份 yyyy-MM";
                    case COMPACT_MONTH -> "月份 yyyyMM";
                    case YEAR -> "年份 yyyy";
                    case TIME -> "时刻 HH:mm:ss";
                    case COMPACT_TIME -> "时刻 HHmmss";
                    case COMPACT_DATE_TIME -> "北京时间 yyyyMMddHHmmss";
                    case LOCAL_DATE_TIME -> "北京时间 yyyy-MM-dd HH:mm:ss";
                    case UNIX_SECONDS -> "Unix 时间戳，秒（10 位）";
                    case UNIX_MILLISECONDS -> "Unix 时间戳，毫秒（13 位）";
                    case BASE64 -> "Base64";
                    case URL -> "URL";
                    case NOTIFY_URL -> "http 或 https 的 URL，不带查询参数和片段";
                    case MEDIA_ID -> "上传文件所得的 media_id";
                    case JSON -> "JSON 文档";
                    case HEX -> "十六进制";
                    case IP -> "IP 地址";
                };
        return language.of(chinese, format.description());
    }
}
