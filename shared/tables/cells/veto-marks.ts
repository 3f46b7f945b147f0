import type { Veto } from '../../standard/schema.ts';
import { squeeze } from '../rule-text/compact.ts';
import { vetoEffectOf } from './sides.ts';

/** ★项为关键项，有一项不合格的，判定为不合格: the rows with the mark veto as well as score. */
export interface VetoMark {
  readonly mark: string;
  readonly text: string;
  readonly effect: Veto['effect'];
}

const MARKED =
  /(?:[打标带注有加]|[“"‘「]|^|[(（：:，,。；;、\s])([★☆※▲△●◆◇■*＊])[”"’」]?\s*(?:[号项]|为|是|的|标[记志识]|条款|内容|指标|表示|代表|系)/;
const FAILS =
  /(?:总体|整体|综合|最终|直接|一律)[^,。;]{0,6}(?:不合格|不达标|不通过|不予)|一项否决|[,:][^,。;]{0,6}(?:验收|考[核评]|评[审定估]|检查|创建|结果|[作按为])[^,。;]{0,4}(?:不合格|不达标|不通过)(?:处理|论处|对待)?(?=[。;]|$)/;
/** Says anything of a mark. */
const LEGEND = /([★☆※▲△●◆◇■*＊])[”"’」]?\s*(?:[号项为是的者系标:：=(（]|条款|内容|指标|表示|代表)/;

/** The mark that a remark explains in any way. */
export function legendIn(text: string): string | undefined {
  return (MARKED.exec(text) ?? LEGEND.exec(text))?.[1];
}

/** The mark that a remark explains as a veto. */
export function vetoMarkIn(text: string): VetoMark | undefined {
  const mark = MARKED.exec(text)?.[1];
  const effect = vetoEffectOf(text) ?? (FAILS.test(squeeze(text)) ? 'notEligible' : undefined);
  return mark === undefined || effect === undefined ? undefined : { mark, text, effect };
}
