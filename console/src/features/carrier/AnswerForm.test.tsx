import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {fireEvent, render, screen, within} from '@testing-library/react';
import i18n from 'i18next';
import {useState} from 'react';
import {I18nextProvider, initReactI18next} from 'react-i18next';
import {beforeAll, describe, expect, it, vi} from 'vitest';
import {ProblemError} from '@/api/problem';
import common from '@/shared/locales/zh-CN.json';
import {type Session, SessionContext} from '@/shared/session';
import {AnswerForm} from './AnswerForm';
import {emptyAnswer} from './answerText';
import texts from './locales/zh-CN.json';
import {SECOND, sample} from './sample';
import type {HopAnswer} from './trace';

// The whole form is drawn anew with each change: slow where a machine is busy.
vi.setConfig({testTimeout: 60_000});

const session: Session = {
  name: '测试朱协查',
  officerNumber: 'C10001',
  subject: 'subject-of-somebody',
  officer: '',
  institution: SECOND,
  region: '999000',
  roles: new Set(['carrier-staff']),
  logOut: () => undefined,
  logIn: () => undefined,
  over: false,
};

beforeAll(() =>
  i18n.use(initReactI18next).init({
    lng: 'zh-CN',
    resources: {'zh-CN': {carrier: texts, shared: common}},
    interpolation: {escapeValue: false},
  }),
);

function show(mutate: (answer: HopAnswer) => void, error: unknown = null) {
  const queries = new QueryClient({defaultOptions: {queries: {staleTime: Infinity}}});
  queries.setQueryData(['institutions'], [{id: SECOND, name: '测试电信', kind: 'CARRIER', disabled: false}]);
  const {trace, hop} = sample();
  function Held({failure}: {failure: unknown}) {
    const [text, setText] = useState(() => emptyAnswer(40));
    const act = {mutate, isPending: false, error: failure};
    return <AnswerForm trace={trace} hop={hop} text={text} onChange={setText} act={act} />;
  }
  const page = (failure: unknown) => (
    <I18nextProvider i18n={i18n}>
      <SessionContext value={session}>
        <QueryClientProvider client={queries}>
          <Held failure={failure} />
        </QueryClientProvider>
      </SessionContext>
    </I18nextProvider>
  );
  const {rerender} = render(page(error));
  return {fail: (failure: unknown) => rerender(page(failure))};
}

function type(field: HTMLElement, value: string): void {
  fireEvent.change(field, {target: {value}});
}

const refused = new ProblemError({
  type: '/problems/trace-route-differs',
  title: '',
  status: 400,
  detail: '去话路由与第 1 跳的来话路由不一致。',
  reason: 'TRACE_ROUTE_DIFFERS',
});

describe('the answer of a hop', () => {
  it('says beside the fields what is missing, and sends nothing', () => {
    const send = vi.fn();
    show(send);
    fireEvent.click(screen.getByRole('button', {name: '提交答复'}));
    expect(send).not.toHaveBeenCalled();
    expect(screen.getAllByText('必填')).toHaveLength(2);
  });

  it('shows a point code in either notation, and holds the leg out against the hop before', () => {
    show(vi.fn());
    const out = within(screen.getByRole('group', {name: '去话路由'}));
    type(out.getByLabelText('源信令点 OPC'), '4899');
    expect(out.getByText(/2-100-3 14 位/)).toBeTruthy();
    expect(out.getByText('0-19-35')).toBeTruthy();
    type(out.getByLabelText(/^CIC/), '30');
    expect(out.getByText('前一跳为 31')).toBeTruthy();
    type(out.getByLabelText(/^CIC/), '31');
    expect(out.getByText('与前一跳一致')).toBeTruthy();
  });

  it('keeps what was typed when the service refuses, and says so beside the leg', () => {
    const send = vi.fn();
    const form = show(send);
    type(screen.getByLabelText(/^话单开始时间/), '2026-11-22 10:00:52');
    type(screen.getByLabelText(/^单位名称/), '测试电信');
    fireEvent.click(screen.getByRole('button', {name: '提交答复'}));
    expect(send).toHaveBeenCalledWith(
      expect.objectContaining({code: 'UPSTREAM', upstream: {institution: SECOND, exchange: ''}}),
    );
    form.fail(refused);
    const out = within(screen.getByRole('group', {name: '去话路由'}));
    expect(out.getByRole('alert').textContent).toBe('去话路由与第 1 跳的来话路由不一致。');
    expect(screen.getByLabelText<HTMLInputElement>(/^话单开始时间/).value).toBe('2026-11-22 10:00:52');
  });
});
