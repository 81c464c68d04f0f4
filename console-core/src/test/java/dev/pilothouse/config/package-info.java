@NullMarked
package dev.pilothouse.config;

import org.jspecify.annotations.NullMarked;
