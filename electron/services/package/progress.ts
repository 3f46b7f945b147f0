/** How far a long piece of work is. `step` is shown to the user; bytes, `total` 0 while unknown. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** What every long operation takes: a signal that ends it, and someone to tell. */
export interface Running {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}
