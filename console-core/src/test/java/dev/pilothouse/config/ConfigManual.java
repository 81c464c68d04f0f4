package dev.pilothouse.config;

import dev.pilothouse.present.Command;
import java.util.List;
import java.util.Map;

/** Writes docs/config.md from the schema. */
final class ConfigManual {
    private ConfigManual() {}

    static String write() {
        StringBuilder all =
                new StringBuilder(
                        """
                        # Settings

                        <!-- Written from the schema by SettingsTextTest (-Dgolden.update=true); do not edit. -->

                        One YAML file, `~/.config/pilothouse/config.yaml` (`$XDG_CONFIG_HOME`; `pilothouse config path` says where).
                        `--config FILE` or `PILOTHOUSE_CONFIG` name another one. `pilothouse config init` writes a commented example.

                        Options win over environment variables, those over the file, and that over the defaults; `pilothouse config print` shows
                        what is in force and why. A mistake is told with file, line and column (`pilothouse config validate`); what is wrong stays at
                        its default and the program starts. A change of the file takes effect within 3 seconds while the terminal runs, and a new file
                        with a mistake changes nothing. `ascii`, `start`, `contexts`, `logs.lines` of open screens and `kubernetes` wait for the next
                        start.

                        `start`, `contexts` and `palette` are for the terminal and the window. Commands such as `get` ask the clusters and namespaces
                        that their options name and never depend on what someone likes to start with.

                        Editors: put `# yaml-language-server: $schema=pilothouse.schema.json` first, from `pilothouse config schema`.
                        """);
        SettingsText.sections().forEach(section -> section(section, all));
        all.append("\n## Keys\n\n");
        all.append(
                """
                A key is one character (`x`, `X`, `/`), `ctrl-` and a letter, or `enter esc tab shift-tab space backspace delete up down left right
                shift-left shift-right pgup pgdn home end ctrl-space ctrl-\\`. `list:` or `text:` before it limits it to tables or to texts. Keys that
                a terminal cannot tell apart are refused (`ctrl-i` is tab, `ctrl-m` enter, `ctrl-h` backspace; `ctrl-s` and `ctrl-q` stop the output;
                `alt-`), and so is a key of two commands. A preset names these keys, and all others are the built-in ones:

                | command | built in | k9s | vim-strict |
                |---|---|---|---|
                """);
        for (Command command : Command.values()) {
            all.append("| `").append(command.id()).append("` | ");
            all.append(keys(command.defaultKeys())).append(" | ");
            all.append(preset("k9s", command)).append(" | ");
            all.append(preset("vim-strict", command)).append(" |\n");
        }
        all.append(
                """

                ## Environment

                | variable | does |
                |---|---|
                | `PILOTHOUSE_CONFIG` | names the settings file |
                """);
        Schema.settings().stream()
                .filter(setting -> !setting.talk().environment().isEmpty())
                .forEach(
                        setting ->
                                all.append("| `")
                                        .append(setting.talk().environment())
                                        .append("` | sets `")
                                        .append(setting.path())
                                        .append("` |\n"));
        return all.append(
                        """
                        | `NO_COLOR` | not empty: no colours |
                        | `COLORTERM`, `TERM`, `COLORFGBG` | what the terminal can show, and whether it is light |
                        | `KUBECONFIG` | the kubeconfig files, as kubectl reads them |
                        | `XDG_CONFIG_HOME`, `XDG_STATE_HOME`, `XDG_CACHE_HOME` | our folders |
                        | `PILOTHOUSE_DEBUG` | not empty: a stack trace after an unexpected error |
                        """)
                .toString();
    }

    private static void section(String section, StringBuilder all) {
        all.append("\n## ").append(section.isEmpty() ? "At the top" : "`" + section + "`");
        all.append("\n\n");
        if (!section.isEmpty()) {
            all.append(Schema.sections().get(section)).append("\n\n");
        }
        all.append("| setting | takes | default | what |\n|---|---|---|---|\n");
        for (Setting setting : SettingsText.of(section)) {
            all.append("| `").append(setting.path()).append("` | ");
            all.append(cell(setting.type().takes())).append(" | `");
            all.append(cell(YamlValue.of(setting.fallback()))).append("` | ");
            all.append(cell(setting.talk().help()));
            if (!setting.talk().flag().isEmpty()) {
                all.append(" Option `").append(setting.talk().flag()).append("`.");
            }
            if (!setting.talk().example().isEmpty()) {
                all.append(" Example: `").append(cell(setting.talk().example())).append("`");
            }
            all.append(" |\n");
        }
    }

    private static String preset(String name, Command command) {
        Map<Command, List<String>> changed = KeyPresets.of(name);
        return changed.containsKey(command) ? keys(changed.get(command)) : "";
    }

    private static String keys(List<String> keys) {
        return keys.isEmpty() ? "none" : "`" + cell(String.join(" ", keys)) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
