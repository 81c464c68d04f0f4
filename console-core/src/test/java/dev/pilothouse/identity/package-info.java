@NullMarked
package dev.pilothouse.identity;

import org.jspecify.annotations.NullMarked;
