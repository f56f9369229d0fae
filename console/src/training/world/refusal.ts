import type {Problem, Violation} from '@/api/problem';

/** A refusal as the gateway tells it, in both languages; the one asked for is sent. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    private readonly zh: string,
    private readonly en: string,
    private readonly violations: readonly Violation[] = [],
  ) {
    super(reason);
    this.name = 'Refusal';
  }

  problem(language: string): Problem {
    return {
      type: `/problems/${this.reason}`,
      title: this.reason,
      status: this.status,
      detail: language === 'en' ? this.en : this.zh,
      reason: this.reason,
      ...(this.violations.length > 0 ? {violations: [...this.violations]} : {}),
    };
  }
}

/** Nothing of that kind in this exercise. */
export function unknown(): Refusal {
  return new Refusal(
    404,
    'NOT_IN_TRAINING',
    '这里不在本次演练的内容之内。请按右侧课程继续；在正式系统中此处可用。',
    'This is not part of the exercise. Go on with the lesson beside; the real system has it.',
  );
}

/** Not in the state in which it is: `reason` is the contract's, the thing is named in both languages. */
export function wrongState(reason: string, zh: string, en: string): Refusal {
  return new Refusal(
    400,
    reason,
    `${zh}在当前状态下不能进行此操作，请刷新后查看。`,
    `${en} does not allow this in the present state. Reload and look again.`,
  );
}

/** Something in the request itself. */
export function invalid(field: string, rule: string, zh: string, en: string, language: string): Refusal {
  const detail = language === 'en' ? en : zh;
  return new Refusal(400, 'VALIDATION_FAILED', zh, en, [{field, rule, detail}]);
}
