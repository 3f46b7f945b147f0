import './fields.css';

/** From this share of the limit on, how much of it is used is shown. */
const NEAR = 0.8;
/** Below this no counter: it would be nothing but noise. */
const SHORT = 100;

/**
 * Why a text is too long, counted as the schemas count: UTF-16 units, so that a rare character like 𠮷 counts two.
 * Undefined where it is not.
 */
export function overLength(text: string, most: number | undefined): string | undefined {
  if (most === undefined || text.length <= most) return undefined;
  const rare = /[\ud800-\udbff]/.test(text) ? '（生僻字、表情一个算两字）' : '';
  return `最多 ${most} 字，多了 ${text.length - most} 字${rare}，没有保存；请删减`;
}

interface Props {
  readonly id?: string;
  readonly text?: string;
  readonly most?: number | undefined;
  readonly problem: string | undefined;
}

/** Below a field: what is wrong with it, or, near the limit, how much of it is used. */
export function FieldNote({ id, text = '', most, problem }: Props) {
  if (problem !== undefined) {
    return (
      <div id={id} className="ui-field-problem fields-note" role="alert">
        {problem}
      </div>
    );
  }
  if (most === undefined || most < SHORT || text.length < most * NEAR) return null;
  return (
    <div id={id} className="ui-muted fields-note">
      {text.length} / {most} 字
    </div>
  );
}
