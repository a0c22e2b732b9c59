package org.hearten.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every sentence of the product: {@code i18n/<module>.properties} and a sibling for each other language, such as {@code _hi}, found by looking. */
@Component
public class Messages {
    private final Map<Language, Map<String, String>> byLanguage = new EnumMap<>(Language.class);

    private final Map<String, MessageFormat> counting = new ConcurrentHashMap<>();

    public Messages() {
        for (var language : Language.values()) {
            byLanguage.put(language, new HashMap<>());
        }
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties")) {
                add(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The messages could not be read", unreadable);
        }
    }

    /** A message without holes, where no {@link Words} is at hand. */
    public String plain(Language language, String key) {
        return pattern(language, key);
    }

    /** The pattern for a key; English where another language has none; the key itself where nobody wrote one. */
    String pattern(Language language, String key) {
        var pattern = find(language, key);
        return pattern == null ? key : pattern;
    }

    @Nullable
    String find(Language language, String key) {
        var pattern = byLanguage.getOrDefault(language, Map.of()).get(key);
        return pattern == null ? byLanguage.getOrDefault(Language.EN, Map.of()).get(key) : pattern;
    }

    /** Reading a pattern takes far longer than filling it, and a pattern once read serves one thread at a time. */
    String counted(Language language, String pattern, Object[] arguments) {
        var format = counting.computeIfAbsent(
                language.tag() + pattern, key -> new MessageFormat(pattern, language.locale()));
        synchronized (format) {
            return format.format(arguments);
        }
    }

    private void add(Resource file) throws IOException {
        var name = String.valueOf(file.getFilename());
        var language = Arrays.stream(Language.values())
                .filter(each -> name.endsWith("_" + each.tag() + ".properties"))
                .findFirst()
                .orElse(Language.EN);
        var read = new Properties();
        try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(text);
        }
        var words = byLanguage.computeIfAbsent(language, each -> new HashMap<>());
        read.forEach((key, pattern) -> {
            if (words.put((String) key, (String) pattern) != null) {
                throw new IllegalStateException("The message " + key + " is written twice, the second time in " + name);
            }
        });
    }
}
