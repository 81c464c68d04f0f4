@NullMarked
package dev.pilothouse.health;

import org.jspecify.annotations.NullMarked;
