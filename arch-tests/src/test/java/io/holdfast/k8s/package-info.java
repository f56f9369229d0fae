/** Checks of the Kubernetes manifests in {@code k8s/}: rendered, parsed strictly, held to rules. */
@NullMarked
package io.holdfast.k8s;

import org.jspecify.annotations.NullMarked;
