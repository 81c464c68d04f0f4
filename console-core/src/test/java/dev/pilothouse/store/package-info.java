@NullMarked
package dev.pilothouse.store;

import org.jspecify.annotations.NullMarked;
