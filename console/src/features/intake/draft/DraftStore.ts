import {ProblemError, SessionOver, Unreachable} from '@/api/problem';
import {answer, api} from '@/api/client';
import {uuid} from '@/shared/uuid';
import type {Cell, Draft, Line, Meta, RowList} from './cell';
import type {KeptEdit, Keeper} from './keeper';
import {PRESET, isRow, rowOf} from './paths';

const EMPTY: Cell = {text: '', version: '0', rivals: [], dirty: false, refused: '', pasted: false};
const QUIET_MS = 700;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
const EDITS_MAX = 100;

interface Batch {
  readonly requestId: string;
  readonly edits: {path: string; text: string; seenVersion: string}[];
}

/** A draft as it is typed: every change goes to the server shortly after, and nothing typed is dropped when it cannot. */
export class DraftStore {
  private readonly cells = new Map<string, Cell>();
  private readonly readers = new Set<() => void>();
  private meta: Meta = {
    id: '',
    state: 'OPEN',
    caseId: '',
    line: 'new',
    savedAt: '',
    editors: [],
    remarks: [],
    transfers: [],
    contacts: [],
    offeredTo: '',
    unit: '',
    createTime: '',
  };
  private batch: Batch | null = null;
  private sending: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(
    id: string,
    private readonly keeper: Keeper,
  ) {
    this.meta = {...this.meta, id};
  }

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };
  readonly cell = (path: string): Cell => this.cells.get(path) ?? EMPTY;
  readonly read = (): Meta => this.meta;

  /** The server's state, and what this machine kept while the network was away. */
  async open(): Promise<void> {
    if (this.meta.id !== '') {
      this.take(await answer(api.GET('/v1/drafts/{id}', {params: {path: {id: this.meta.id}}})), new Map());
    }
    for (const edit of await this.keeper.recall(this.meta.id)) {
      if (this.cell(edit.path).text !== edit.text) {
        this.set(edit.path, {text: edit.text, version: edit.seenVersion, dirty: true, refused: ''});
        this.rowSeen(edit.path);
      }
    }
    this.tell();
    this.later();
  }

  /** Takes over what others have typed since; does nothing while something is on its way. */
  async refresh(): Promise<void> {
    if (this.meta.id === '' || this.sending !== null || this.batch !== null) return;
    const draft = await answer(api.GET('/v1/drafts/{id}', {params: {path: {id: this.meta.id}}}));
    if (this.sending === null && this.batch === null) this.take(draft, new Map());
    this.tell();
  }

  type(path: string, text: string, pasted = false): void {
    const cell = this.cell(path);
    if (cell.text === text) return;
    this.set(path, {text, dirty: true, refused: '', pasted: pasted && text !== ''});
    this.rowSeen(path);
    this.tell();
    this.later();
  }

  /** A new row, with what can be taken for granted. */
  addRow(list: RowList, texts: Readonly<Record<string, string>> = {}, pasted = false): string {
    const key = `r${uuid().slice(0, 6)}`;
    this.meta = {...this.meta, [list]: [...this.meta[list], key]};
    for (const [name, text] of Object.entries({...PRESET[list], ...texts})) {
      this.set(`${list}[${key}].${name}`, {text, dirty: true, pasted});
    }
    this.tell();
    this.later();
    return key;
  }

  /** Puts texts into the first row in which nothing has been said yet; into a new one where there is none. */
  fillRow(list: RowList, texts: Readonly<Record<string, string>>, pasted = false): void {
    const preset: Readonly<Record<string, string>> = PRESET[list];
    const said = (key: string) =>
      [...this.cells.entries()].some(
        ([path, {text}]) => isRow(path, list, key) && text.trim() !== '' && text !== preset[path.slice(path.indexOf('].') + 2)],
      );
    const empty = this.meta[list].find((key) => !said(key));
    if (empty === undefined) this.addRow(list, texts, pasted);
    else for (const [name, text] of Object.entries(texts)) this.type(`${list}[${empty}].${name}`, text, pasted);
  }

  /** A row is gone once nothing stands in it. */
  dropRow(list: RowList, key: string): void {
    for (const path of this.cells.keys()) {
      if (isRow(path, list, key) && this.cell(path).text !== '') this.set(path, {text: '', dirty: true, refused: ''});
    }
    this.meta = {...this.meta, [list]: this.meta[list].filter((each) => each !== key)};
    this.tell();
    this.later();
  }

  async settle(path: string, text: string): Promise<void> {
    await this.flush();
    const choice = {path, text, seenVersion: this.cell(path).version};
    const body = {choice, requestId: uuid()};
    this.take(
      await answer(api.POST('/v1/drafts/{id}:settleField', {params: {path: {id: this.meta.id}}, body})),
      new Map([[path, text]]),
    );
    this.tell();
  }

  /** All that was typed is on the server when this resolves; rejects when it cannot be. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    while (this.dirtyPaths().length > 0 || this.batch !== null || this.sending !== null) {
      await (this.sending ?? this.send(true));
    }
  }

  closed(state: string, caseId: string): void {
    this.meta = {...this.meta, state, caseId};
    this.tell();
  }

  unsent(): boolean {
    return this.dirtyPaths().length > 0 || this.batch !== null;
  }

  /** Tries at once: the network is back. */
  hurry(): void {
    this.failures = 0;
    if (this.unsent()) void this.send(false);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private later(): void {
    clearTimeout(this.timer);
    const wait = this.failures === 0 ? QUIET_MS : (RETRY_MS[Math.min(this.failures, RETRY_MS.length) - 1] ?? QUIET_MS);
    this.timer = setTimeout(() => {
      if (this.unsent()) void this.send(false);
    }, wait);
    if (this.failures > 0) void this.keep();
  }

  private send(loud: boolean): Promise<void> {
    this.sending ??= this.sendOnce(loud).finally(() => {
      this.sending = null;
      if (this.unsent() && this.meta.line !== 'over' && this.meta.line !== 'closed') this.later();
    });
    return this.sending;
  }

  private async sendOnce(loud: boolean): Promise<void> {
    const paths = this.dirtyPaths().slice(0, EDITS_MAX);
    if (this.batch === null && paths.length === 0) return;
    // The same batch again under the same id: the server may have taken it although no answer came.
    this.batch ??= {
      requestId: uuid(),
      edits: paths.map((path) => ({path, text: this.cell(path).text, seenVersion: this.cell(path).version})),
    };
    const batch = this.batch;
    this.show('saving');
    try {
      const draft = await this.post(batch);
      this.batch = null;
      this.failures = 0;
      this.take(draft, new Map(batch.edits.map((edit) => [edit.path, edit.text])));
      if (!this.unsent()) await this.keeper.forget();
      this.show(this.dirtyPaths().length > 0 ? 'saving' : this.anyRefused() ? 'refused' : 'saved');
    } catch (failure) {
      await this.failed(failure, batch);
      if (loud) throw failure;
    }
  }

  private post(batch: Batch): Promise<Draft> {
    const body = {edits: batch.edits, requestId: batch.requestId};
    return this.meta.id === ''
      ? answer(api.POST('/v1/drafts', {body}))
      : answer(api.POST('/v1/drafts/{id}:save', {params: {path: {id: this.meta.id}}, body}));
  }

  private async failed(failure: unknown, batch: Batch): Promise<void> {
    this.failures++;
    if (failure instanceof ProblemError && failure.problem.status < 500 && failure.problem.status !== 429) {
      this.batch = null;
      const violations = failure.problem.violations ?? [];
      for (const violation of violations) {
        const at = /edits\[(\d+)\]/.exec(violation.field)?.[1];
        const path = (at === undefined ? undefined : batch.edits[Number(at)]?.path) ?? violation.field;
        if (this.cells.has(path)) this.set(path, {refused: violation.detail, dirty: false});
      }
      const moved = failure.problem.reason === 'BUSY' || violations.length > 0;
      this.show(failure.problem.reason === 'DRAFT_WRONG_STATE' ? 'closed' : moved ? 'saving' : 'refused');
      return;
    }
    this.show(failure instanceof SessionOver ? 'over' : failure instanceof Unreachable ? 'waiting' : 'waiting');
    await this.keep();
  }

  private keep(): Promise<void> {
    const edits: KeptEdit[] = [...this.cells]
      .filter(([, cell]) => cell.dirty)
      .map(([path, cell]) => ({path, text: cell.text, seenVersion: cell.version}));
    return this.keeper.keep(this.meta.id, edits);
  }

  /** @param sent what this page has sent; a field typed in since then keeps what stands on the screen */
  private take(draft: Draft, sent: ReadonlyMap<string, string>): void {
    for (const field of draft.fields ?? []) {
      const path = field.path ?? '';
      const cell = this.cell(path);
      const texts = field.texts ?? [];
      const [first] = texts;
      const typedOn = cell.dirty && sent.get(path) !== cell.text;
      this.set(path, {
        version: field.version ?? '0',
        rivals: texts.length > 1 ? texts : [],
        ...(typedOn
          ? {}
          : {dirty: false, text: texts.length > 1 && cell.text !== '' ? cell.text : (first?.text ?? '')}),
        pasted: cell.pasted && cell.text === (first?.text ?? ''),
      });
      if (texts.some((text) => text.text !== '')) this.rowSeen(path);
    }
    this.meta = {
      ...this.meta,
      id: draft.id ?? '',
      state: draft.state ?? 'OPEN',
      caseId: draft.case ?? '',
      savedAt: draft.lastEditTime ?? '',
      editors: draft.editors ?? [],
      remarks: draft.remarks ?? [],
      offeredTo: draft.offeredTo ?? '',
      unit: draft.unit ?? '',
      createTime: draft.createTime ?? '',
      line: this.unsent() ? this.meta.line : 'saved',
    };
  }

  private rowSeen(path: string): void {
    const row = rowOf(path);
    if (row && !this.meta[row.list].includes(row.key)) {
      this.meta = {...this.meta, [row.list]: [...this.meta[row.list], row.key]};
    }
  }

  private set(path: string, change: Partial<Cell>): void {
    this.cells.set(path, {...this.cell(path), ...change});
  }

  private dirtyPaths(): string[] {
    return [...this.cells].filter(([, cell]) => cell.dirty).map(([path]) => path);
  }

  private anyRefused(): boolean {
    return [...this.cells.values()].some((cell) => cell.refused !== '');
  }

  private show(line: Line): void {
    this.meta = {...this.meta, line};
    this.tell();
  }

  private tell(): void {
    this.readers.forEach((reader) => reader());
  }
}
