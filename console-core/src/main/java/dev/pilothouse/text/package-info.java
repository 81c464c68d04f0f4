/** Text from outside: cleaning and cell width. */
@NullMarked
package dev.pilothouse.text;

import org.jspecify.annotations.NullMarked;
