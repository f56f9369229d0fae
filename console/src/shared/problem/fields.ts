import {ProblemError, reasonOf} from '@/api/problem';

/** A place in an antd form, e.g. `['credits', 0, 'amount']`. */
export type FieldName = (string | number)[];

export interface FieldError {
  name: FieldName;
  errors: string[];
}

/** `record.credits[0].amountFen` → `['record', 'credits', 0, 'amountFen']`. */
export function pathOf(field: string): FieldName {
  return field
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/**
 * The refused fields of a failure, for `form.setFields`. What no field of the form stands for is left to the notice.
 *
 * @param place the form's field for a path of the request; null where it has none
 */
export function fieldErrors(failure: unknown, place: (path: FieldName) => FieldName | null): FieldError[] {
  if (!(failure instanceof ProblemError)) return [];
  const found: FieldError[] = [];
  for (const violation of failure.problem.violations ?? []) {
    const name = place(pathOf(violation.field));
    if (name !== null) found.push({name, errors: [violation.detail]});
  }
  return found;
}

/** What a refusal says of a field; null where its reason is about none. */
export function refusalIn(
  failure: unknown,
  fields: Readonly<Record<string, string>>,
): {field: string; detail: string} | null {
  const field = fields[reasonOf(failure)];
  return field && failure instanceof ProblemError
    ? {field, detail: failure.problem.detail ?? failure.problem.title}
    : null;
}
