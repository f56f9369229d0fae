import {fireEvent, screen} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {describe, expect, it, vi} from 'vitest';
import {show, somebody} from '@/testing/stage';
import {Button} from './Button';
import {Dialog} from './Dialog';
import {Hint} from './Hint';
import {Notice} from './Notice';

const officer = somebody('station-officer');

describe('a plain control', () => {
  it('takes no second press while the first is under way, and keeps the focus', async () => {
    const pressed = vi.fn();
    show(
      <Button busy onClick={pressed}>
        止付
      </Button>,
      officer,
    );
    const button = screen.getByRole('button', {name: '止付', busy: true});
    button.focus();
    await userEvent.click(button);
    expect(pressed).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button);
  });

  it('is described by its hint, which is read with it', () => {
    show(
      <Hint text="本笔转账不再止付">
        <Button aria-label="删除" />
      </Hint>,
      officer,
    );
    const button = screen.getByRole('button', {name: '删除'});
    expect(document.getElementById(button.getAttribute('aria-describedby')!)?.textContent).toBe('本笔转账不再止付');
  });

  it('tells what to do beside what is the matter', () => {
    show(<Notice type="error" role="alert" title="没有送达" description="请重试" />, officer);
    expect(screen.getByRole('alert').textContent).toBe('没有送达请重试');
  });
});

describe('a dialog', () => {
  it('has a name, the cursor in its first field, and is left by Esc', () => {
    const left = vi.fn();
    show(
      <Dialog title="核对" width={400} onClose={left}>
        <Button>修改</Button>
        <input aria-label="末四位" />
      </Dialog>,
      officer,
    );
    const dialog = screen.getByRole('dialog', {name: '核对'});
    expect(document.activeElement).toBe(screen.getByLabelText('末四位'));
    // By Esc a browser asks the dialog to be cancelled.
    fireEvent(dialog, new Event('cancel', {cancelable: true}));
    expect(left).toHaveBeenCalledOnce();
  });

  it('is closed with what drew it, so that the focus goes back', () => {
    const closed = vi.spyOn(HTMLDialogElement.prototype, 'close');
    const {unmount} = show(
      <Dialog title="核对" width={400} onClose={() => undefined}>
        <Button>修改</Button>
      </Dialog>,
      officer,
    );
    expect(document.activeElement).toBe(screen.getByRole('button', {name: '修改'}));
    unmount();
    expect(closed).toHaveBeenCalled();
  });
});
