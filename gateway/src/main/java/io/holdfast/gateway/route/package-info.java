/**
 * Which method a REST request means: path templates, the trie that finds them, the bindings they
 * lead to.
 */
@NullMarked
package io.holdfast.gateway.route;

import org.jspecify.annotations.NullMarked;
