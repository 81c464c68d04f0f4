package dev.pilothouse.config;

/**
 * One setting.
 *
 * @param path dotted, such as `start.screen`
 * @param fallback its value when nobody sets it, of the Java type that {@link Values} makes of it
 */
record Setting(String path, Type type, Object fallback, Talk talk) {
    /**
     * What is said about it.
     *
     * @param example as YAML on one line; empty to show the default
     * @param environment variable that sets it; empty for none
     * @param flag option that sets it; empty for none
     */
    record Talk(String help, String example, String environment, String flag) {}

    static Setting of(String path, Type type, Object fallback, String help) {
        return new Setting(path, type, fallback, new Talk(help, "", "", ""));
    }

    Setting example(String yaml) {
        return new Setting(
                path, type, fallback, new Talk(talk.help(), yaml, talk.environment(), talk.flag()));
    }

    Setting also(String environment, String flag) {
        return new Setting(
                path, type, fallback, new Talk(talk.help(), talk.example(), environment, flag));
    }

    /** The part before the last dot; empty at the top. */
    String section() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** The part after the last dot. */
    String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
