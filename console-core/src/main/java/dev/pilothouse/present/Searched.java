package dev.pilothouse.present;

import java.util.List;

/** A text in which a needle was looked for. */
interface Searched {
    /** Numbers of the lines that hold it, from the top. */
    List<Integer> matches();
}
