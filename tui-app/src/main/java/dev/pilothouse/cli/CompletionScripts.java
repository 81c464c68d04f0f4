package dev.pilothouse.cli;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes completion scripts. They hold all words, so that completing starts no program. */
final class CompletionScripts {
    private CompletionScripts() {}

    private static String valueFlags(Completion completion) {
        return completion.commands().stream()
                .flatMap(word -> word.flags().stream())
                .filter(Completion.Flag::takesValue)
                .flatMap(flag -> flag.names().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("|"));
    }

    private static String commandNames(Completion completion) {
        return completion.commands().stream()
                .map(Completion.Word::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("|"));
    }

    /** Finds the command among the words before the cursor, stepping over values of options. */
    private static String findCommand(Completion completion, String words, String first) {
        return """
          local command="" i
          for ((i = %s; i < current; i++)); do
            case "${%s[i]}" in
              %s) ((i++)) ;;
              %s) command="${%s[i]}"; break ;;
            esac
          done
        """
                .formatted(first, words, valueFlags(completion), commandNames(completion), words);
    }

    static String bash(Completion completion) {
        StringBuilder all = new StringBuilder("# bash completion of pilothouse\n_pilothouse() {\n");
        all.append("  local current=$COMP_CWORD\n");
        all.append("  local cur=\"${COMP_WORDS[current]}\" prev=\"${COMP_WORDS[current-1]}\"\n");
        all.append(findCommand(completion, "COMP_WORDS", "1"));
        all.append("  COMPREPLY=()\n  case \"$command:$prev\" in\n");
        for (Completion.Word word : completion.commands()) {
            for (Completion.Flag flag : word.flags()) {
                if (flag.takesValue()) {
                    String reply =
                            flag.values().file()
                                    ? "COMPREPLY=($(compgen -f -- \"$cur\"))"
                                    : reply(flag.values().words());
                    all.append("    ").append(pattern(word, flag)).append(") ").append(reply);
                    all.append("; return ;;\n");
                }
            }
        }
        all.append("  esac\n  case \"$command\" in\n");
        for (Completion.Word word : completion.commands()) {
            List<String> words =
                    Stream.concat(
                                    word.words().stream(),
                                    word.flags().stream().flatMap(f -> f.names().stream()))
                            .toList();
            all.append("    '").append(word.name()).append("') ").append(reply(words));
            all.append(" ;;\n");
        }
        return all.append("  esac\n}\ncomplete -F _pilothouse pilothouse\n").toString();
    }

    private static String pattern(Completion.Word word, Completion.Flag flag) {
        return flag.names().stream()
                .map(name -> "'" + word.name() + ":" + name + "'")
                .collect(Collectors.joining("|"));
    }

    private static String reply(List<String> words) {
        return words.isEmpty()
                ? ":"
                : "COMPREPLY=($(compgen -W '" + String.join(" ", words) + "' -- \"$cur\"))";
    }

    static String zsh(Completion completion) {
        StringBuilder all = new StringBuilder("#compdef pilothouse\n_pilothouse() {\n");
        all.append("  local current=$CURRENT prev=\"${words[CURRENT-1]}\"\n");
        all.append(findCommand(completion, "words", "2"));
        all.append("  local -a found\n  case \"$command:$prev\" in\n");
        for (Completion.Word word : completion.commands()) {
            for (Completion.Flag flag : word.flags()) {
                if (flag.takesValue()) {
                    String reply =
                            flag.values().file()
                                    ? "_files"
                                    : flag.values().words().isEmpty()
                                            ? ":"
                                            : "compadd -- "
                                                    + String.join(" ", flag.values().words());
                    all.append("    ").append(pattern(word, flag)).append(") ").append(reply);
                    all.append("; return ;;\n");
                }
            }
        }
        all.append("  esac\n  case \"$command\" in\n");
        for (Completion.Word word : completion.commands()) {
            all.append("    '").append(word.name()).append("') found=(");
            word.words().forEach(w -> all.append(described(w, helpOf(completion, word, w))));
            word.flags().forEach(f -> f.names().forEach(n -> all.append(described(n, f.help()))));
            all.append(") ;;\n");
        }
        return all.append("  esac\n  _describe 'pilothouse' found\n}\n")
                .append("compdef _pilothouse pilothouse\n")
                .toString();
    }

    private static String helpOf(Completion completion, Completion.Word parent, String name) {
        return completion.commands().stream()
                .filter(word -> parent.name().isEmpty() && word.name().equals(name))
                .map(Completion.Word::help)
                .findFirst()
                .orElse("");
    }

    private static String described(String name, String help) {
        return help.isEmpty()
                ? "'" + name + "' "
                : "'" + name + ":" + quoted(help).replace(":", "\\:") + "' ";
    }

    private static String quoted(String help) {
        return help.replace("\\", "").replace("'", "");
    }

    static String fish(Completion completion) {
        StringBuilder all = new StringBuilder("# fish completion of pilothouse\n");
        all.append(fishCommand(completion)).append("complete -c pilothouse -f\n");
        for (Completion.Word word : completion.commands()) {
            String start =
                    "complete -c pilothouse -n '__pilothouse_command \"" + word.name() + "\"'";
            for (String name : word.words()) {
                String help = quoted(helpOf(completion, word, name));
                all.append(start).append(" -a ").append(name);
                all.append(help.isEmpty() ? "" : " -d '" + help + "'").append('\n');
            }
            for (Completion.Flag flag : word.flags()) {
                all.append(start).append(fish(flag)).append('\n');
            }
        }
        return all.toString();
    }

    /** Says whether the words before the cursor are of a command; the empty one is the program. */
    private static String fishCommand(Completion completion) {
        return """
        function __pilothouse_command
          set -l command ""
          set -l value no
          for word in (commandline -opc)[2..-1]
            if test $value = yes
              set value no
              continue
            end
            switch $word
              case %s
                set value yes
              case %s
                set command $word
                break
            end
          end
          test "$command" = "$argv[1]"
        end
        """
                .formatted(
                        valueFlags(completion).replace('|', ' '),
                        commandNames(completion).replace('|', ' '));
    }

    private static String fish(Completion.Flag flag) {
        StringBuilder one = new StringBuilder(" -l ").append(flag.longName().substring(2));
        if (!flag.shortName().isEmpty()) {
            one.append(" -s ").append(flag.shortName().substring(1));
        }
        if (flag.takesValue()) {
            one.append(flag.values().file() ? " -r -F" : " -x");
        }
        if (!flag.values().words().isEmpty()) {
            one.append(" -a '").append(String.join(" ", flag.values().words())).append('\'');
        }
        return one.append(" -d '").append(quoted(flag.help())).append('\'').toString();
    }
}
