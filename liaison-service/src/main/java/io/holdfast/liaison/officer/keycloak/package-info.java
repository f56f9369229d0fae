/** Keycloak as the place where officers log in. */
@NullMarked
package io.holdfast.liaison.officer.keycloak;

import org.jspecify.annotations.NullMarked;
