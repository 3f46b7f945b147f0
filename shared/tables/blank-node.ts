import type { DraftNode } from './standard-draft.ts';

/** A node of which nothing is known yet but what it is; no proposal is accepted. */
export const BLANK_NODE = {
  criterion: '',
  fullScore: undefined,
  evidence: [],
  methods: [],
  department: '',
  deadline: '',
  note: '',
  appliesTo: [],
  weight: undefined,
  proposal: undefined,
  accepted: false,
  adjustment: undefined,
  vetoEffect: undefined,
  children: [],
  sourceRows: [],
} as const satisfies Omit<DraftNode, 'id' | 'kind' | 'code' | 'title'>;
