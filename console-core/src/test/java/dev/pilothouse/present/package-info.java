@NullMarked
package dev.pilothouse.present;

import org.jspecify.annotations.NullMarked;
