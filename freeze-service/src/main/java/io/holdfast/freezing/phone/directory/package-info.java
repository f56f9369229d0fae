/** Units and banks as the directory knows them. */
@NullMarked
package io.holdfast.freezing.phone.directory;

import org.jspecify.annotations.NullMarked;
