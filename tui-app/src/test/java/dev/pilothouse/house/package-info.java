@NullMarked
package dev.pilothouse.house;

import org.jspecify.annotations.NullMarked;
