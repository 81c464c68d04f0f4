@NullMarked
package dev.pilothouse.bench;

import org.jspecify.annotations.NullMarked;
