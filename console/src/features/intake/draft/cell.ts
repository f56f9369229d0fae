import type {Schema} from '@/api/client';

export type Draft = Schema<'casefile.v1.Draft'>;
export type TypedText = Schema<'casefile.v1.TypedText'>;

/** One field as it stands on this page. */
export interface Cell {
  readonly text: string;
  /** The server's version that was on the screen when the text was typed. */
  readonly version: string;
  /** What several people typed; somebody must choose. Empty where there is one text. */
  readonly rivals: readonly TypedText[];
  /** Not yet on the server. */
  readonly dirty: boolean;
  /** Why the server did not take it; it stays as typed. */
  readonly refused: string;
  /** Came by paste and not by keys: nobody can have mistyped it. */
  readonly pasted: boolean;
}

/** Where the typed text is. `waiting`: the network is away, a sealed copy lies on this machine. */
export type Line = 'new' | 'saved' | 'saving' | 'waiting' | 'over' | 'refused' | 'closed';

export interface Meta {
  readonly id: string;
  readonly state: string;
  readonly caseId: string;
  readonly line: Line;
  readonly savedAt: string;
  readonly editors: readonly Schema<'casefile.v1.DraftEditor'>[];
  readonly remarks: readonly Schema<'casefile.v1.Remark'>[];
  readonly transfers: readonly string[];
  readonly contacts: readonly string[];
  readonly offeredTo: string;
  readonly unit: string;
  readonly createTime: string;
}

export type RowList = 'transfers' | 'contacts';
