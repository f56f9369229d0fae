package io.holdfast.casefile.advice;

import java.util.List;

/**
 * Advice in one language.
 *
 * @param title the fraud type's name; empty without a type
 * @param forType what is true of this type
 * @param forAll what every victim must do
 * @param sources what it rests on
 */
public record AdviceText(
    String title, List<String> forType, List<String> forAll, List<String> sources) {
  public AdviceText {
    forType = List.copyOf(forType);
    forAll = List.copyOf(forAll);
    sources = List.copyOf(sources);
  }
}
