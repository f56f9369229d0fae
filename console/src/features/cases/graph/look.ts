export interface Way {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Something that just came, or that nobody follows. */
  readonly tone?: 'open' | 'lost' | 'plain';
}

/** How a line looks: told apart by its dashes too, for who sees no colours. */
export const WAYS = {
  plain: {colour: '#5b7ba3', dashes: undefined},
  open: {colour: '#a86f0c', dashes: '7 4'},
  lost: {colour: '#b3261e', dashes: '2 3'},
} as const;
