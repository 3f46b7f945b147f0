import type { Points } from '../../values/points.ts';

/** The most that can be taken, and what its words say it is for. */
interface CapBody {
  readonly kind: 'cap';
  readonly points: Points;
  /** 累计, 以上三项: of several faults together. */
  readonly total: boolean;
  /** 本项最多扣: of the item. */
  readonly ofItem: boolean;
  /** 三项合计: how many they are. */
  readonly several?: number;
  /** 扣至3分为止: lost or left, the words do not say. */
  readonly open?: boolean;
}

interface Place {
  /** Offsets into the compact text. */
  readonly from: number;
  readonly to: number;
}

/**
 * One scoring phrase. `unit` of a deduction is given where the phrase itself names it ("扣1分/处").
 * - `neutral` changes nothing: 扣完为止, 满分5分. `inside`: part of a condition ("90分以上"), does not end it.
 * - `unsupported` is understood but no rule can say it: ranges at discretion, base points, points per piece.
 */
export type Action = Place &
  (
    | { readonly kind: 'deduct'; readonly points: Points; readonly unit?: string; readonly each?: boolean }
    | { readonly kind: 'give'; readonly points: Points | 'full' }
    | { readonly kind: 'list'; readonly of: 'give' | 'deduct'; readonly points: readonly Points[] }
    | { readonly kind: 'each'; readonly points: Points }
    | { readonly kind: 'zero' }
    | CapBody
    | { readonly kind: 'extra'; readonly points: Points }
    | { readonly kind: 'bonus'; readonly points: Points }
    | { readonly kind: 'proportion'; readonly of: 'give' | 'deduct' }
    | { readonly kind: 'veto' }
    | { readonly kind: 'highest' }
    | { readonly kind: 'neutral'; readonly inside?: boolean }
    | { readonly kind: 'unsupported'; readonly why: string; readonly step?: Points }
  );

export type ActionKind = Action['kind'];
export type ActionOf<K extends ActionKind> = Extract<Action, { kind: K }>;

/** An action without its place. */
export type ActionBody = Action extends infer A ? (A extends Action ? Omit<A, keyof Place> : never) : never;
