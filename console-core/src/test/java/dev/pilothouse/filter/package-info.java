@NullMarked
package dev.pilothouse.filter;

import org.jspecify.annotations.NullMarked;
