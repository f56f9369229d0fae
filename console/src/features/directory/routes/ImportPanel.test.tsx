import {fireEvent, screen, waitFor} from '@testing-library/react';
import {describe, expect, it, vi} from 'vitest';
import {gateway, refusal, show, somebody} from '@/testing/stage';
import {ImportPanel} from './ImportPanel';

const BANK = {id: 'b'.repeat(26), code: '999100000001', name: '测试银行一', kind: 'BANK'};
const TABLE = {routes: [{prefix: '990009', institution: BANK.id}], version: '3', etag: 'e3'};
const IMPORT = 'POST /v1/routes:import';

function open(answer: (body: Record<string, unknown>) => unknown) {
  const calls = gateway({
    'GET /v1/institutions': () => ({institutions: [BANK]}),
    [IMPORT]: ({body}) => answer(body),
  });
  const close = vi.fn();
  show(<ImportPanel table={TABLE} onClose={close} />, somebody('administrator'));
  return {close, sent: () => calls.filter((each) => `${each.method} ${each.path}` === IMPORT).map((each) => each.body)};
}

async function paste(text: string) {
  await screen.findByLabelText('在此粘贴表格');
  fireEvent.change(screen.getByLabelText('在此粘贴表格'), {target: {value: text}});
}

/** By its text: working out roles takes long beside tables. */
function button(name: RegExp): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find((each) => name.test(each.textContent));
}

const press = (name: RegExp) => fireEvent.click(button(name)!);

describe('an import', {timeout: 60_000}, () => {
  it('is tried first, shows what goes, and replaces only what was looked at', async () => {
    const {close, sent} = open(() => ({version: '4', added: 1, removed: 1, unchanged: 0, etag: 'e4'}));
    await paste('号段,机构\n990001,测试银行一');
    await screen.findByText('读到 1 行');
    press(/^试算$/);
    await screen.findByText('将新增 1 行，删除 1 行，0 行不变');
    expect(screen.getByText('990001')).toBeTruthy();
    expect(screen.getByText('990009')).toBeTruthy();
    expect(sent()).toMatchObject([{validateOnly: true, etag: 'e3', routes: [{prefix: '990001', institution: BANK.id}]}]);

    expect(button(/^替换/)!.disabled).toBe(true);
    fireEvent.click(screen.getByLabelText('已核对将删除的 1 行'));
    expect(button(/^替换/)!.disabled).toBe(false);
    press(/^替换/);
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(sent()[1]).toMatchObject({validateOnly: false, etag: 'e3'});
  });

  it('is to be tried anew once the text has changed', async () => {
    open(() => ({version: '4', added: 1, removed: 0, unchanged: 1, etag: 'e4'}));
    await paste('号段,机构\n990001,测试银行一');
    await screen.findByText('读到 1 行');
    press(/^试算$/);
    await screen.findByText(/^替换/);
    await paste('号段,机构\n990002,测试银行一');
    expect(button(/^替换/)).toBeUndefined();
  });

  it('keeps the text when it is refused, and names the line of it', async () => {
    const {sent} = open(() =>
      refusal(400, 'VALIDATION_FAILED', '有内容需要更正', [{field: 'routes[1]', rule: 'REPEATED', detail: 'x'}]),
    );
    const text = '号段,机构\n990001,测试银行一\n\n990001,999100000001';
    await paste(text);
    await screen.findByText('读到 2 行');
    press(/^试算$/);
    await screen.findByText(/第 4 行：\s*与前面的行重复/);
    expect(screen.getByLabelText<HTMLTextAreaElement>('在此粘贴表格').value).toBe(text);
    expect(sent()).toHaveLength(1);
  });

  it('is not sent while a line cannot be read', async () => {
    open(() => ({}));
    await paste('号段,机构\n99A,测试银行一');
    await screen.findByText(/第 2 行： 号段应为不超过 12 位数字：99A/);
    expect(button(/^试算$/)!.disabled).toBe(true);
  });
});
