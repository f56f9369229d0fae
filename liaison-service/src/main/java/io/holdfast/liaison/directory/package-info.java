/** Who is who: institutions in their tree, and their desks. */
@NullMarked
package io.holdfast.liaison.directory;

import org.jspecify.annotations.NullMarked;
