/** Fakes and golden-screen helpers shared by the tests of all modules. */
@NullMarked
package dev.pilothouse.testkit;

import org.jspecify.annotations.NullMarked;
