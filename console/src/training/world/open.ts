/** What the contract lets only the server write; here the world is the server. */
export type Open<T> = T extends readonly (infer Each)[]
  ? Open<Each>[]
  : T extends object
    ? {-readonly [Key in keyof T]: Open<T[Key]>}
    : T;
