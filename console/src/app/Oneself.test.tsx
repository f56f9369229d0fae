import {screen} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {describe, expect, it, vi} from 'vitest';
import {show, somebody} from '@/testing/stage';
import {Oneself} from './Oneself';

describe('who is logged in', () => {
  it('opens his own menu, which Esc and whatever is beside it close', async () => {
    show(
      <>
        <Oneself />
        <button type="button">别处</button>
      </>,
      somebody('station-officer'),
    );
    const head = screen.getByRole('button', {name: '测试某人'});
    expect(screen.queryByRole('button', {name: '退出登录'})).toBeNull();
    await userEvent.click(head);
    expect(head.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('999000')).toBeTruthy();
    expect(screen.getByRole('link', {name: '演练'}).getAttribute('href')).toContain('mine=station-officer');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('button', {name: '退出登录'})).toBeNull();
    expect(document.activeElement).toBe(head);
    await userEvent.click(head);
    await userEvent.click(screen.getByRole('button', {name: '别处'}));
    expect(screen.queryByRole('button', {name: '退出登录'})).toBeNull();
  });

  it('logs out', async () => {
    const logOut = vi.fn();
    show(<Oneself />, {...somebody('auditor'), logOut});
    await userEvent.click(screen.getByRole('button', {name: '测试某人'}));
    await userEvent.click(screen.getByRole('button', {name: '退出登录'}));
    expect(logOut).toHaveBeenCalledOnce();
  });
});
