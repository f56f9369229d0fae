import type {ComponentType} from 'react';

export type Load = () => Promise<{default: ComponentType}>;

/** A page with controls of the component library: it and our look of it are fetched together with the page. */
export function dressed(load: Load): Load {
  return async () => {
    const [{dress}, {default: Page}] = await Promise.all([import('./Dressed'), load()]);
    return {default: dress(Page)};
  };
}
