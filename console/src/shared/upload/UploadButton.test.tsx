import {fireEvent, screen, waitFor, within} from '@testing-library/react';
import {afterEach, describe, expect, it} from 'vitest';
import {answerFrom, network} from '@/api/network';
import {refusal, show, somebody} from '@/testing/stage';
import {UploadButton} from './UploadButton';

const outside = network();

/** Files sent so far, each with its request's id; answered one after the other, null for no answer. */
function answered(...answers: (Response | null)[]): {name: string; requestId: string | null}[] {
  const sent: {name: string; requestId: string | null}[] = [];
  answerFrom({
    ...outside,
    send: (address, headers) => {
      const name = decodeURIComponent(/''(.*)$/.exec(headers['Content-Disposition'] ?? '')?.[1] ?? '');
      sent.push({name, requestId: address.searchParams.get('requestId')});
      const next = answers.shift();
      return next ? Promise.resolve(next) : Promise.reject(new TypeError('network'));
    },
  });
  return sent;
}

function file(name: string): File {
  const made = new File(['x'], name, {type: 'image/png'});
  return Object.assign(made, {arrayBuffer: () => Promise.resolve(new TextEncoder().encode('x'))});
}

const choose = (name: string) =>
  fireEvent.change(screen.getByLabelText(/上传证据/), {target: {files: [file(name)]}});

describe('a file that is not taken', {timeout: 30_000}, () => {
  afterEach(() => answerFrom(outside));

  it('is named beside what was wrong, until it is tried again', async () => {
    const ok = () => new Response('{}', {status: 200});
    const sent = answered(refusal(400, 'FILE_TYPE_REFUSED', '只收 PDF、JPG、PNG'), null, ok(), ok());
    show(<UploadButton path="/v1/x:upload" query={{}} label="上传证据" onSettled={() => undefined} />, somebody('station-officer'));
    choose('坏.png');
    await screen.findByText('只收 PDF、JPG、PNG');
    choose('断.png');
    const list = screen.getByRole('list', {name: '没有传成的文件'});
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2));
    const [bad, cut] = within(list).getAllByRole('listitem');
    expect(bad?.textContent).toMatch(/坏\.png.*只收/);
    expect(within(bad!).queryByRole('button', {name: /重试|再试/})).toBeNull();

    // No answer came: the same file again carries the same id.
    fireEvent.click(within(cut!).getAllByRole('button').at(-1)!);
    await waitFor(() => expect(sent).toHaveLength(3));
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
    expect(sent[2]).toEqual(sent[1]);

    choose('坏.png');
    await waitFor(() => expect(sent).toHaveLength(4));
    await waitFor(() => expect(screen.queryByRole('list')).toBeNull());
    expect(sent[3]?.requestId).not.toBe(sent[0]?.requestId);
  });

  it('can be put away', async () => {
    answered(refusal(400, 'FILE_ACTIVE_CONTENT', '文件含有脚本'));
    show(<UploadButton path="/v1/x:upload" query={{}} label="上传证据" onSettled={() => undefined} />, somebody('station-officer'));
    choose('坏.png');
    await screen.findByText('文件含有脚本');
    fireEvent.click(screen.getByRole('button', {name: '坏.png：知道了，不再提示'}));
    expect(screen.queryByRole('list')).toBeNull();
  });
});
